/**
 * Whole journeys over HTTP: one session per party, case time moved forward, nothing
 * called but what a browser calls.
 */
@NullMarked
package cn.ecopark.journey;

import org.jspecify.annotations.NullMarked;
