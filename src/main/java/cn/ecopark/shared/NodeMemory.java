package cn.ecopark.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In this field a node keeps something beyond a request, though other nodes work on the
 * same database. It says why that is right; a test finds fields that say nothing.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NodeMemory {

	Why value();

	/** Why no other node need be asked. */
	enum Why {

		/** What is kept under a key never changes, on any node. */
		NEVER_CHANGES,
		/**
		 * It is forgotten when a {@link Change} is told; the class listens to that.
		 */
		IS_TOLD,
		/**
		 * It may be as old as the field says; nothing is decided by it that is on record.
		 */
		SOON_OUT_OF_DATE,
		/** It is about the node itself: its threads, processes, places. */
		OF_THE_NODE

	}

}
