/** Signatures in PDF files: making them and judging them. */
@NullMarked
package cn.ecopark.paper.proof;

import org.jspecify.annotations.NullMarked;
