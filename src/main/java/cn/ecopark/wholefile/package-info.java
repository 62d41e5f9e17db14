/**
 * The whole file of a case as one ZIP with a manifest and as one merged PDF, each as far
 * as its reader may see it.
 */
@NullMarked
package cn.ecopark.wholefile;

import org.jspecify.annotations.NullMarked;
