/** Sign-in, the rules of who may open which path, and the pages of the security administrator. */
@NullMarked
package cn.ecopark.organisation.web;

import org.jspecify.annotations.NullMarked;
