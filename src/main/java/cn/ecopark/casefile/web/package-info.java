/**
 * The list of cases and the page of one; the views of a file, which the pages of other
 * modules show as well.
 */
@NamedInterface("web")
@NullMarked
package cn.ecopark.casefile.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
