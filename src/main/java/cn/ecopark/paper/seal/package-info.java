/** Seals as they are drawn on papers. */
@NullMarked
package cn.ecopark.paper.seal;

import org.jspecify.annotations.NullMarked;
