/** The viewer, the search, remarks and comparisons on screen. */
@NullMarked
package cn.ecopark.reading.web;

import org.jspecify.annotations.NullMarked;
