/** Pages of releases. */
@NullMarked
package cn.ecopark.release.web;

import org.jspecify.annotations.NullMarked;
