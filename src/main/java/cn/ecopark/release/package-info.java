/**
 * Releases of rule packs: what is shipped becomes a candidate, one administrator proposes
 * it, a second one releases it, and from then on new cases are carried out under it.
 */
@NullMarked
package cn.ecopark.release;

import org.jspecify.annotations.NullMarked;
