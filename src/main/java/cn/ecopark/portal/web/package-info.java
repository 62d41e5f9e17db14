/** The first page. */
@NullMarked
package cn.ecopark.portal.web;

import org.jspecify.annotations.NullMarked;
