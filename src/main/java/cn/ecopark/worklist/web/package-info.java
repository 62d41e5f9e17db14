/** Work desk and task page. */
@NullMarked
package cn.ecopark.worklist.web;

import org.jspecify.annotations.NullMarked;
