package cn.ecopark.rulepack;

import org.jspecify.annotations.Nullable;

import cn.ecopark.calendar.Term;

/**
 * How long a step may take.
 *
 * @param term working days, or months where it does not come back after a correction
 * @param remindBefore working days before the end at which the holder is reminded
 * @param onReturn what happens to the limit when the step comes back after a correction
 * @param source where the figure comes from
 * @param confirmed whether it was checked against the official text
 * @param use what the system has to know it for, where it has to know it at all
 */
public record Limit(String key, Term term, int remindBefore, OnReturn onReturn, String label, String englishLabel,
		String source, boolean confirmed, @Nullable Use use) {

	/**
	 * @return its working days
	 * @throws IllegalStateException of a limit in months
	 */
	public int days() {
		return this.term.days();
	}

	/**
	 * What the system has to know a limit for, besides the steps that name it. At most
	 * one limit of a pack has each use.
	 */
	public enum Use {

		/** 受理审查, told to the park when it is asked for corrections. */
		ADMISSION(Procedure.Kind.CASE),
		/** 补正. */
		CORRECTION(Procedure.Kind.CASE),
		/** 整改, where whoever orders it names no time of his own. */
		RECTIFICATION(null),
		/** 陈述申辩. */
		STATEMENT(null),
		/** 公示: from the agreement to the publication at the latest. */
		NOTICE_PUBLICATION(Procedure.Kind.OBJECTION),
		/** 公示期. */
		NOTICE_PERIOD(Procedure.Kind.OBJECTION),
		/** 分办异议: the first part of the time until an objector is answered. */
		OBJECTION_ASSIGNMENT(Procedure.Kind.OBJECTION),
		/** 核实异议: its second part. */
		OBJECTION_VERIFICATION(Procedure.Kind.OBJECTION),
		/** 答复异议: its third part. */
		OBJECTION_ANSWER(Procedure.Kind.OBJECTION);

		private final Procedure.@Nullable Kind neededBy;

		Use(Procedure.@Nullable Kind neededBy) {
			this.neededBy = neededBy;
		}

		/**
		 * @return whether a limit of this use may be given in months; all others are
		 * added up or told in working days
		 */
		boolean mayBeInMonths() {
			return this == RECTIFICATION;
		}

		/**
		 * @return whether a pack with diagrams of that kind has to have a limit of this
		 * use
		 */
		boolean isNeededBy(Procedure.Kind kind) {
			return this.neededBy == kind;
		}

	}

	/** What happens to a limit when the step comes back after a correction. */
	public enum OnReturn {

		/** The full number of days runs again. */
		RESTART,
		/** Only the days left run on. */
		RESUME

	}

}
