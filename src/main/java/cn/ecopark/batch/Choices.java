package cn.ecopark.batch;

import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.RulePack;

/**
 * The codes of a pack by which bodies and Office choose in a joint decision. Whatever
 * else a body chooses is no agreement.
 *
 * @param agrees 同意
 * @param asksAgain 再次征求意见
 * @param strikesOut 移出本批
 * @param redrafts 退回起草: nothing is chosen for single parks
 */
record Choices(String agrees, String asksAgain, String strikesOut, String redrafts) {

	static Choices of(RulePack pack) {
		return new Choices(pack.outcome(Meaning.AGREES).code(), pack.outcome(Meaning.ASKS_AGAIN).code(),
				pack.outcome(Meaning.STRIKES_OUT).code(), pack.outcome(Meaning.REDRAFTS).code());
	}

	/**
	 * @return whether it may be chosen without saying why
	 */
	boolean speaksForItself(String choice) {
		return choice.equals(this.agrees) || choice.equals(this.asksAgain);
	}

}
