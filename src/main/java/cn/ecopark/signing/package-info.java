/** Signatures in PDF files: making them and judging them. */
@NullMarked
package cn.ecopark.signing;

import org.jspecify.annotations.NullMarked;
