/** The engine as hardened: expressions, scripts, built-in listeners, settings. */
@NullMarked
package cn.ecopark.process.engine;

import org.jspecify.annotations.NullMarked;
