/** Seals as they are drawn. */
@NullMarked
package cn.ecopark.signing.seal;

import org.jspecify.annotations.NullMarked;
