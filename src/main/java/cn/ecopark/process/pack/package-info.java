/** Rule packs in the engine: what is deployed, after which checks. */
@NamedInterface("pack")
@NullMarked
package cn.ecopark.process.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
