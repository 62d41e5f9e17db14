/**
 * The painter: what draws pages in a process of its own, with all decoders of pictures.
 * Knows nothing of Spring, and of the rest of the application no more than {@code gate}
 * itself.
 */
@NullMarked
package cn.ecopark.gate.painting;

import org.jspecify.annotations.NullMarked;
