/** The page of whoever runs the system. */
@NullMarked
package cn.ecopark.operations.web;

import org.jspecify.annotations.NullMarked;
