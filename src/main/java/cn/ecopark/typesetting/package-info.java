/**
 * Sets official documents by GB/T 9704-2012 and draws them as PDF/A-2u, and plain pages
 * for documents that hold other ones as well. Lengths are millimetres from the upper left
 * corner of the page unless a name says points.
 */
@NullMarked
package cn.ecopark.typesetting;

import org.jspecify.annotations.NullMarked;
