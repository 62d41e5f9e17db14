/**
 * The database of a demonstration: a PostgreSQL that the application brings along, starts
 * and stops, when nobody names another.
 */
@NullMarked
package cn.ecopark.embedded;

import org.jspecify.annotations.NullMarked;
