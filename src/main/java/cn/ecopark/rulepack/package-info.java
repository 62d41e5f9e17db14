/**
 * One legal regime as data: its procedures, limits, documents, outcomes and parties, each
 * with source and confirmed mark.
 */
@NullMarked
package cn.ecopark.rulepack;

import org.jspecify.annotations.NullMarked;
