/**
 * Page frame, languages, refusals and security headers: what every module's screens stand
 * on.
 */
@NullMarked
package cn.ecopark.web;

import org.jspecify.annotations.NullMarked;
