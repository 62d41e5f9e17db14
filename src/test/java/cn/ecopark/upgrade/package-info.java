/**
 * A database as an earlier version left it, for tests of what a later one makes of it.
 */
@NullMarked
package cn.ecopark.upgrade;

import org.jspecify.annotations.NullMarked;
