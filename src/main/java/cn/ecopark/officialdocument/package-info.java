/**
 * Official documents 公文 that go out: kinds, facts, templates, numbers 发文字号, the register
 * and verification by whoever holds one.
 */
@NullMarked
package cn.ecopark.officialdocument;

import org.jspecify.annotations.NullMarked;
