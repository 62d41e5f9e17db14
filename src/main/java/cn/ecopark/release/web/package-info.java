/** Pages of releases; other modules show differences and findings as they do. */
@NamedInterface("web")
@NullMarked
package cn.ecopark.release.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
