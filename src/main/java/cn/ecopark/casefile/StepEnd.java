package cn.ecopark.casefile;

/** How a visit to a step has ended. */
public enum StepEnd {

	/** Somebody has done it. */
	DONE,
	/** Nobody answered within the limit, and the flow went on because of that. */
	LAPSED,
	/** An event of the diagram has ended it, for instance a withdrawal. */
	INTERRUPTED,
	/** It has gone with what it was part of, and no event of the diagram says why. */
	CANCELLED,
	/** The system could not carry it out, and has given up trying. */
	FAILED

}
