/**
 * The only code that knows the workflow engine: seam, rule packs in the engine, model
 * checking, trace and time.
 */
@NullMarked
package cn.ecopark.process;

import org.jspecify.annotations.NullMarked;
