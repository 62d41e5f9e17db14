/** Forms: their schemas, what may be entered in each field, and what was entered. */
@NullMarked
package cn.ecopark.form;

import org.jspecify.annotations.NullMarked;
