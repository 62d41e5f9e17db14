package cn.ecopark.rulepack;

import org.jspecify.annotations.Nullable;

/**
 * What a step may end with.
 *
 * @param code as it stands in models and opinions, for instance {@code SEND_BACK}
 * @param label what the button says in Chinese
 * @param tone whether it moves the case forward or against the applicant
 * @param rank its place in the order of severity of what a panel may conclude, the lower
 * the better for the applicant; {@code null} where it is no conclusion of a panel
 * @param marks what the law attaches to it
 * @param means what the system has to know of it, where it has to know anything
 */
public record OutcomeKind(String code, String label, String englishLabel, Tone tone, @Nullable Integer rank,
		Marks marks, @Nullable Meaning means) {

	/**
	 * @return whether that is what it means
	 */
	public boolean means(Meaning meaning) {
		return this.means == meaning;
	}

	/**
	 * What the system has to know of an outcome. At most one outcome of a pack has each
	 * meaning; which code it is and what it is called is the pack's to say.
	 */
	public enum Meaning {

		/** 转报: the province lays the application before the Office. */
		FORWARDS(null),
		/** 接受邀请. */
		ACCEPTS(null),
		/** 签署: agrees to what the leader of the panel concludes. */
		SIGNS(null),
		/** 不能形成意见: the panel concludes nothing. */
		REACHES_NO_CONCLUSION(null),
		/** 同意, in a joint decision. */
		AGREES(Procedure.Kind.BATCH),
		/** 再次征求意见 of the bodies about a park on which they were divided. */
		ASKS_AGAIN(Procedure.Kind.BATCH),
		/** 移出本批: the park is not decided on with the others. */
		STRIKES_OUT(Procedure.Kind.BATCH),
		/** 退回起草: the text goes back to the drafter. */
		REDRAFTS(Procedure.Kind.BATCH),
		/** 已印发, as the result of a batch: the joint document names the park. */
		ISSUED(Procedure.Kind.BATCH),
		/** 公示期满, as the result of a batch: nothing is held against the park. */
		PUBLISHED(Procedure.Kind.OBJECTION),
		/** 移出本批, as the result of a batch: decided without the park. */
		STRUCK_OUT(Procedure.Kind.BATCH),
		/** 本批已无园区, as the result of a batch. */
		EMPTIED(Procedure.Kind.BATCH),
		/** 提出异议: the word of an objector. */
		OBJECTS(Procedure.Kind.OBJECTION),
		/** 异议成立. */
		UPHOLDS(Procedure.Kind.OBJECTION),
		/** 异议不成立. */
		DISMISSES(Procedure.Kind.OBJECTION),
		/** 不予受理 of an objection. */
		DOES_NOT_ADMIT(Procedure.Kind.OBJECTION),
		/** 已撤回, as the end of a case. */
		WITHDRAWN(Procedure.Kind.CASE),
		/** 已终止, as the end of a case. */
		CLOSED(Procedure.Kind.CASE);

		private final Procedure.@Nullable Kind neededBy;

		Meaning(Procedure.@Nullable Kind neededBy) {
			this.neededBy = neededBy;
		}

		/**
		 * @return whether a pack with diagrams of that kind has to have an outcome of
		 * this meaning
		 */
		boolean isNeededBy(Procedure.Kind kind) {
			return this.neededBy == kind;
		}

	}

	/**
	 * What the law attaches to a decision.
	 *
	 * @param adverse decides against the applicant and needs its reason
	 * @param noticeOnce tells what has to be put right, all of it the first time
	 * @param passes concludes that the stage is passed, with or without conditions
	 * @param withoutForm hands the step back, so that its form may be left empty
	 * @param applicant decides nothing, so that whom the case is about may choose it
	 * @param silence says that nobody has answered, and nothing else
	 * @param reasoned says nothing by itself, so that who goes on with it needs the
	 * reason: a text sent back, a conclusion not reached, a dissent
	 */
	public record Marks(boolean adverse, boolean noticeOnce, boolean passes, boolean withoutForm, boolean applicant,
			boolean silence, boolean reasoned) {

		/**
		 * @return whether the opinion has to say why
		 */
		public boolean needsReason() {
			return this.adverse || this.reasoned;
		}

	}

	/** How an outcome is shown; only {@link #NEGATIVE} is ever red. */
	public enum Tone {

		/** Moves the case forward. */
		POSITIVE,
		/** A fact without judgement, such as a submission. */
		NEUTRAL,
		/** Asks for more before the case can move. */
		CAUTION,
		/** Against the applicant. */
		NEGATIVE

	}

}
