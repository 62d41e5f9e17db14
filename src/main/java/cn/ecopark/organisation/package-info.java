/**
 * Units with their dated names, people and what they are in which unit, and how they sign
 * in.
 */
@NullMarked
package cn.ecopark.organisation;

import org.jspecify.annotations.NullMarked;
