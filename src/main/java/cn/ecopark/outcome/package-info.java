/**
 * What decisions on cases come to: entries in the register of parks, the grade of a
 * recheck, the hearing that has to come first, and what official documents tell of it.
 */
@NullMarked
package cn.ecopark.outcome;

import org.jspecify.annotations.NullMarked;
