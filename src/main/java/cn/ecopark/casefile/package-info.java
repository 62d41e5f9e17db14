/**
 * One procedure of one park: parties, documents and their versions, opinions, correction
 * points, timeline.
 */
@NullMarked
package cn.ecopark.casefile;

import org.jspecify.annotations.NullMarked;
