/** The light markup that papers are written in, and the text it yields. */
@NullMarked
package cn.ecopark.typesetting.manuscript;

import org.jspecify.annotations.NullMarked;
