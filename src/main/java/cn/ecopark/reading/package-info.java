/**
 * Reading documents: their text page by page, the search over a dossier, remarks at
 * passages, the outline of a plan, and the comparison of two versions.
 */
@NullMarked
package cn.ecopark.reading;

import org.jspecify.annotations.NullMarked;
