/** Signing in as somebody of the demonstration, and moving its date. */
@NullMarked
package cn.ecopark.demo.web;

import org.jspecify.annotations.NullMarked;
