/**
 * Official documents that went out and are wrong: corrected by another or voided, by
 * those who issued them.
 */
@NullMarked
package cn.ecopark.correction;

import org.jspecify.annotations.NullMarked;
