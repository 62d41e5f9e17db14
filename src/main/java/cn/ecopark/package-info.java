/** The approval system: one module per business noun, see {@code docs/adr}. */
@NullMarked
package cn.ecopark;

import org.jspecify.annotations.NullMarked;
