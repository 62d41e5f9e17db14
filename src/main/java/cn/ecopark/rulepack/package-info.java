/**
 * One legal regime as data: its procedures, limits, papers, outcomes and parties, each
 * with source and confirmed mark.
 */
@NullMarked
package cn.ecopark.rulepack;

import org.jspecify.annotations.NullMarked;
