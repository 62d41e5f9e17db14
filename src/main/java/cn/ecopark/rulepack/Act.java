package cn.ecopark.rulepack;

/**
 * What gives a park its standing: a joint decision, or what one body decides in a
 * document of the case itself.
 *
 * @param name process of the joint decision, or kind of the official document that states
 * the decision
 * @param joint whether it is decided jointly, for several parks at once
 */
public record Act(String name, boolean joint) {

	/** A joint decision. */
	static Act ofDecision(String process) {
		return new Act(process, true);
	}

	/** An official document of the case. */
	static Act ofDocument(String kind) {
		return new Act(kind, false);
	}

}
