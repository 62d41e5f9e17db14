/** The diagrams of cases for the browser. */
@NullMarked
package cn.ecopark.process.web;

import org.jspecify.annotations.NullMarked;
