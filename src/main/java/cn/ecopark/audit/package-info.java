/** Who did what and when: append-only, chained per subject. */
@NullMarked
package cn.ecopark.audit;

import org.jspecify.annotations.NullMarked;
