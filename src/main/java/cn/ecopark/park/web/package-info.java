/** The list of parks and the page of one park. */
@NullMarked
package cn.ecopark.park.web;

import org.jspecify.annotations.NullMarked;
