/**
 * Joint decisions over several parks: composing, ballots, co-ordination, the document
 * that is issued, and its way back to each park.
 */
@NullMarked
package cn.ecopark.batch;

import org.jspecify.annotations.NullMarked;
