/** Sign-in and the first administrator. */
@NullMarked
package cn.ecopark.organisation.web;

import org.jspecify.annotations.NullMarked;
