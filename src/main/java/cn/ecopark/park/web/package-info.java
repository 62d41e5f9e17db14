/** List of parks and the life of one. */
@NullMarked
package cn.ecopark.park.web;

import org.jspecify.annotations.NullMarked;
