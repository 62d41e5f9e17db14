/**
 * What whoever runs the system watches: what has failed for good and may be tried once
 * more, what waits and for how long, and when that is an alarm.
 */
@NullMarked
package cn.ecopark.operations;

import org.jspecify.annotations.NullMarked;
