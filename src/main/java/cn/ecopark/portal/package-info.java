/**
 * The way in: where whoever comes without an address is led. The public pages themselves
 * are those of notices.
 */
@NullMarked
package cn.ecopark.portal;

import org.jspecify.annotations.NullMarked;
