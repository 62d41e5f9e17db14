/**
 * The studio of rule packs: system administrators change a draft together, file by file,
 * and make a release of it, which goes the way of all releases.
 */
@NullMarked
package cn.ecopark.studio;

import org.jspecify.annotations.NullMarked;
