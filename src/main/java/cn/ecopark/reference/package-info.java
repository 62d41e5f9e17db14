/**
 * What goes by the day of an act and not by the release of a rule pack: who decides
 * jointly, which technical unit takes part, what the title is called.
 */
@NullMarked
package cn.ecopark.reference;

import org.jspecify.annotations.NullMarked;
