/**
 * Panels of experts: whom the Office asks, recusal, who leads; and the meetings they
 * hold.
 */
@NullMarked
package cn.ecopark.expert;

import org.jspecify.annotations.NullMarked;
