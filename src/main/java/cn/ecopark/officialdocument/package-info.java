/**
 * Official documents that go out: templates, numbering, layout by GB/T 9704, seal,
 * signature, verification.
 */
@NullMarked
package cn.ecopark.officialdocument;

import org.jspecify.annotations.NullMarked;
