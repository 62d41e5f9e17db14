/** The page on which an official document is put right. */
@NullMarked
package cn.ecopark.correction.web;

import org.jspecify.annotations.NullMarked;
