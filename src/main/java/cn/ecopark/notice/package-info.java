/** Public notices and the objections of the public. */
@NullMarked
package cn.ecopark.notice;

import org.jspecify.annotations.NullMarked;
