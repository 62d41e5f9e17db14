/** What the work panels show; the module that owns the data fills them. */
@NamedInterface("panel")
@NullMarked
package cn.ecopark.worklist.web.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
