/**
 * The light markup that templates are written in, the facts they ask for, and the text it
 * yields.
 */
@NamedInterface("manuscript")
@NullMarked
package cn.ecopark.typesetting.manuscript;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
