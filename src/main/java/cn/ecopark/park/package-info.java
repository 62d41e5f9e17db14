/**
 * The register of parks: kind, province, status, title and the decisions that changed
 * them.
 */
@NullMarked
package cn.ecopark.park;

import org.jspecify.annotations.NullMarked;
