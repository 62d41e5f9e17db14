/**
 * Parts that the pages of several modules are made of: plain records which controllers
 * fill and fragments render.
 */
@NamedInterface("view")
@NullMarked
package cn.ecopark.web.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
