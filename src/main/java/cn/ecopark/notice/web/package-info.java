/** Public notices and objections, as the public sees them. */
@NullMarked
package cn.ecopark.notice.web;

import org.jspecify.annotations.NullMarked;
