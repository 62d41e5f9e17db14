package cn.ecopark.law;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where the law asks for a reason in words, beside the decision itself. A reason is asked
 * for at the field it is written in, or at the answer that it has to explain.
 */
public final class Reasons {

	/** Input of the page in which reasons are written. */
	public static final String FIELD = "opinion";

	private Reasons() {
	}

	/**
	 * What was given as a reason.
	 *
	 * @param text as typed
	 * @param least how many letters, digits or characters make a reason; blanks and marks
	 * count for nothing
	 */
	public record Given(String text, int least) {

		boolean holds() {
			return this.text.codePoints().filter(Character::isLetterOrDigit).count() >= this.least;
		}

	}

	/**
	 * 行政许可法 38: who decides against the applicant says why.
	 * @param decision what the decision is called
	 * @throws LegalRefusal at the opinion, when there is no reason
	 */
	public static void requireOfAdverseDecision(String decision, Given reason) {
		if (!reason.holds()) {
			throw LegalRefusal.atField("adverse-without-reason", FIELD, decision, reason.least());
		}
	}

	/**
	 * 公文处理工作条例 22: whoever signs states an opinion. What is sent back, left open or
	 * dissented from says nothing by itself to who goes on with it.
	 * @param decision what was chosen
	 * @throws LegalRefusal at the opinion, when there is no reason
	 */
	public static void requireWhereNothingElseSpeaks(String decision, Given reason) {
		if (!reason.holds()) {
			throw LegalRefusal.atField("choice-without-reason", FIELD, decision, reason.least());
		}
	}

	/**
	 * 行政许可法 38: a decision follows from what was found. Who finds one thing and decides
	 * another says why, or answers otherwise.
	 * @param field name of the input whose answer contradicts the decision
	 * @param question what was asked
	 * @param answer how it was answered
	 * @param decision what the decision is called
	 * @throws LegalRefusal at that answer, when there is no reason
	 */
	public static void requireOfContradiction(String field, String question, String answer, String decision,
			Given reason) {
		if (!reason.holds()) {
			throw LegalRefusal.atField("answer-contradicts-decision", field, question, answer, decision,
					reason.least());
		}
	}

	/**
	 * As {@link #requireOfContradiction(String, String, String, String, Given) the
	 * other}, where others who were asked had said otherwise.
	 * @param others who said so
	 * @param said what they said
	 */
	public static void requireOfContradiction(String field, String question, String answer, List<String> others,
			String said, Given reason) {
		if (!reason.holds()) {
			throw LegalRefusal.atField("answer-contradicts-others", field, question, answer, String.join("、", others),
					said, reason.least());
		}
	}

	/**
	 * 行政许可法 32(4): all that has to be put right is told once. What the first notice did
	 * not raise may be raised later only with the reason why it was not raised then.
	 * @param raisedBefore what earlier notices of the same step were about; empty when
	 * this is the first
	 * @param raisedNow what this one is about
	 * @throws LegalRefusal at the opinion, naming what is new, when there is no reason
	 */
	public static void requireOfLatePoints(Set<String> raisedBefore, Collection<String> raisedNow, Given reason) {
		Set<String> late = new TreeSet<>(raisedNow);
		late.removeAll(raisedBefore);
		if (!raisedBefore.isEmpty() && !late.isEmpty() && !reason.holds()) {
			throw LegalRefusal.atField("point-raised-late", FIELD, String.join("、", Collections.unmodifiableSet(late)),
					reason.least());
		}
	}

}
