package cn.ecopark.worklist;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * 撤回: until when whoever has submitted may take it back. The order is that in which it is
 * told: first what will never change any more.
 */
public final class TakeBackRules {

	private TakeBackRules() {
	}

	/** Why it may not. */
	public enum Hindrance {

		/** It waits, or was taken back before, or nobody has done it. */
		NOT_SUBMITTED,
		/** Somebody else has done it. */
		NOT_OWN,
		/** The kind of step: others rely on it at once, or it is of no case alone. */
		NOT_IN_THIS_STEP,
		/** It took several signatures. */
		SIGNED_BY_SEVERAL,
		/** The case has ended. */
		CASE_CLOSED,
		/** Another unit has the role since. */
		UNIT_CHANGED,
		/** The case stands still, or did so since. */
		STOOD_STILL,
		/** An official document went out with it. */
		ISSUED,
		/** Nothing is known of the way that the flow went. */
		WAY_UNKNOWN,
		/** The system has carried something out because of it. */
		ACTED,
		/** The flow waits for an event now. */
		WAITS,
		/** The flow has met what others do side by side. */
		JOINED,
		/** With it a part of the procedure has ended. */
		ENDED,
		/** Several do the step, or the next one, each for himself. */
		SEVERAL,
		/** Between the steps the diagram has more than flows and choices. */
		NOT_PLAIN,
		/** The case has come into another stage. */
		NEXT_STAGE,
		/** The next has begun with it. */
		BEGUN,
		/** The flow has gone on by a limit, or by what another has done. */
		MOVED_ON,
		/** The Office had set the step a last day of its own. */
		LAST_DAY_SET,
		/** A limit is over, of the step or of the next. */
		LIMIT_OVER;

		/**
		 * @return last part of the keys of its words
		 */
		String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * How things stand.
	 *
	 * @param providedFor whether such a step may be taken back at all
	 * @param way why the way cannot be gone back; null where it can
	 * @param issued whether an official document went out for good
	 * @param asLeft whether the flow stands where the submission left it
	 */
	record Facts(boolean own, boolean providedFor, boolean signedBySeveral, boolean underWay, boolean stillItsUnit,
			boolean stoodStill, boolean issued, @Nullable Hindrance way, boolean sameStage, boolean begun,
			boolean asLeft, boolean lastDaySet, boolean limitOver) {
	}

	/**
	 * @return the first reason why what was submitted cannot be taken back; empty where
	 * it can
	 */
	static Optional<Hindrance> hindrance(Facts facts) {
		Map<Hindrance, Boolean> hinders = new EnumMap<>(Hindrance.class);
		hinders.put(Hindrance.NOT_OWN, !facts.own());
		hinders.put(Hindrance.NOT_IN_THIS_STEP, !facts.providedFor());
		hinders.put(Hindrance.SIGNED_BY_SEVERAL, facts.signedBySeveral());
		hinders.put(Hindrance.CASE_CLOSED, !facts.underWay());
		hinders.put(Hindrance.UNIT_CHANGED, !facts.stillItsUnit());
		hinders.put(Hindrance.STOOD_STILL, facts.stoodStill());
		hinders.put(Hindrance.ISSUED, facts.issued());
		hinders.put(Hindrance.NEXT_STAGE, !facts.sameStage());
		hinders.put(Hindrance.BEGUN, facts.begun());
		hinders.put(Hindrance.MOVED_ON, !facts.asLeft());
		hinders.put(Hindrance.LAST_DAY_SET, facts.lastDaySet());
		hinders.put(Hindrance.LIMIT_OVER, facts.limitOver());
		if (facts.way() != null) {
			hinders.put(facts.way(), true);
		}
		return hinders.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).findFirst();
	}

}
