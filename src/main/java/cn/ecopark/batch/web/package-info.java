/** Batches: composing them and how their parks stand. */
@NullMarked
package cn.ecopark.batch.web;

import org.jspecify.annotations.NullMarked;
