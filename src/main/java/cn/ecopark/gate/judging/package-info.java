/**
 * The judge: what runs in a process of its own, with little memory and little time. Knows
 * nothing of Spring, and of the rest of the application no more than {@code gate} itself.
 */
@NullMarked
package cn.ecopark.gate.judging;

import org.jspecify.annotations.NullMarked;
