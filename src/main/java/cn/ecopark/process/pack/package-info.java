/** Rule packs in the engine: what is deployed, after which checks. */
@NullMarked
package cn.ecopark.process.pack;

import org.jspecify.annotations.NullMarked;
