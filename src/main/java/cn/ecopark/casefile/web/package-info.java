/** List of cases and the page of one. */
@NullMarked
package cn.ecopark.casefile.web;

import org.jspecify.annotations.NullMarked;
