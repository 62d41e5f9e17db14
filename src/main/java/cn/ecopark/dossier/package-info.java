/**
 * The documents that are handed in with the steps of cases, batches and objections:
 * kinds, versions, uploads, the gate before they count, and who may read them.
 */
@NullMarked
package cn.ecopark.dossier;

import org.jspecify.annotations.NullMarked;
