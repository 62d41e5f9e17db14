/** The work list: a read model of open tasks, and the commands on them. */
@NullMarked
package cn.ecopark.worklist;

import org.jspecify.annotations.NullMarked;
