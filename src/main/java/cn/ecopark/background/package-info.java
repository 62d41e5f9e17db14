/**
 * The one queue of work that is done in the background: each piece once, by any node, and
 * taken up by another when a node is gone.
 */
@NullMarked
package cn.ecopark.background;

import org.jspecify.annotations.NullMarked;
