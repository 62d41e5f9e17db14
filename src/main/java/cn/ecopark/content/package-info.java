/** What files contain, each content once, under its digest. */
@NullMarked
package cn.ecopark.content;

import org.jspecify.annotations.NullMarked;
