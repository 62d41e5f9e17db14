/**
 * The rules with legal effect, gathered where a lawyer can read them: what must be on
 * record before a joint decision, a conclusion, a notice, a naming or an ending may take
 * effect. The commands of case, batch, notice and park ask them; no diagram can leave one
 * out.
 */
@NullMarked
package cn.ecopark.law;

import org.jspecify.annotations.NullMarked;
