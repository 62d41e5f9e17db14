/**
 * List of parks and the life of one; what was reported of emergencies in words, which the
 * pages of cases show as well.
 */
@NamedInterface("web")
@NullMarked
package cn.ecopark.park.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
