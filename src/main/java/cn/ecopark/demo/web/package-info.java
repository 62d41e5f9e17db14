/** Pages that exist in the demonstration only. */
@NullMarked
package cn.ecopark.demo.web;

import org.jspecify.annotations.NullMarked;
