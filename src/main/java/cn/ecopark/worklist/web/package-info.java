/**
 * Work desk and task page; how a row of the work list is put into words, for the lists of
 * other modules.
 */
@NamedInterface("web")
@NullMarked
package cn.ecopark.worklist.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
