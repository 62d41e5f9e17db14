/**
 * What every module may use: refusals, regular work in the background, and the region of
 * the world all dates belong to.
 */
@NullMarked
package cn.ecopark.shared;

import org.jspecify.annotations.NullMarked;
