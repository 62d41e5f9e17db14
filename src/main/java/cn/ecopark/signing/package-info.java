/** Seals and signatures in PDF files: what bodies sign with, signing and judging. */
@NullMarked
package cn.ecopark.signing;

import org.jspecify.annotations.NullMarked;
