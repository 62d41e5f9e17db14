/** Working days, and the movable time of the cases. */
@NullMarked
package cn.ecopark.calendar;

import org.jspecify.annotations.NullMarked;
