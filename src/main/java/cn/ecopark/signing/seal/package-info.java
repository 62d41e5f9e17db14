/** Seals as they are drawn on papers. */
@NullMarked
package cn.ecopark.signing.seal;

import org.jspecify.annotations.NullMarked;
