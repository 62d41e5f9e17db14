/**
 * The demonstration: a world of real parks and invented people as of 2018-01-02, absent
 * in production.
 */
@NullMarked
package cn.ecopark.demo;

import org.jspecify.annotations.NullMarked;
