/** Where documents are handed in, listed and sent. */
@NamedInterface("web")
@NullMarked
package cn.ecopark.dossier.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
