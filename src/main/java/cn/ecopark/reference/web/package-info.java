/** Pages of dated reference data. */
@NullMarked
package cn.ecopark.reference.web;

import org.jspecify.annotations.NullMarked;
