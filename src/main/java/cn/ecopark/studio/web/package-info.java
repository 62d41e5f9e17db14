/** Pages of the studio. */
@NullMarked
package cn.ecopark.studio.web;

import org.jspecify.annotations.NullMarked;
