/** Judges files before anybody else may open them. */
@NullMarked
package cn.ecopark.gate;

import org.jspecify.annotations.NullMarked;
