/**
 * One procedure of one park: parties, opinions, correction points, stages, steps and
 * timeline, and who may read them.
 */
@NullMarked
package cn.ecopark.casefile;

import org.jspecify.annotations.NullMarked;
