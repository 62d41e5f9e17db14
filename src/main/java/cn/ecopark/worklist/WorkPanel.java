package cn.ecopark.worklist;

import java.util.Map;

import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;

/**
 * What a step needs besides outcome, opinion and form fields. A panel is named in the
 * model; the module that owns the data implements it.
 *
 * @param <D> the decision it takes
 */
public interface WorkPanel<D extends Decision> {

	/**
	 * @return the name that models use
	 */
	String name();

	Class<D> takes();

	/**
	 * @return by outcome, which law forbids to choose as things stand, and why; none for
	 * most panels
	 */
	default Map<String, LegalRefusal> closedOutcomes(WorkItem item) {
		return Map.of();
	}

	/**
	 * @return how widely what is said in such a step may be shown at most, whatever is
	 * drawn
	 */
	default Audience widestAudience() {
		return Audience.PUBLIC;
	}

	/**
	 * @return whether those who have the step side by side must not see each other's
	 * words before all are in, whatever is drawn
	 */
	default boolean isIndependent() {
		return false;
	}

	/**
	 * @return whether somebody votes, signs or concludes with it, so that nothing else
	 * can stand for that; not so for most panels
	 */
	default boolean isVote() {
		return false;
	}

	/**
	 * @return digest of what is decided on besides documents and form, so that what was
	 * proposed on another is known; empty for most panels
	 */
	default String decidedText(WorkItem item) {
		return "";
	}

	/** Checks the decision; adds an error for each field that cannot be taken. */
	void check(WorkItem item, D decision, Map<String, InputError> errors);

	/** Keeps what was decided, in the transaction that completes the task. */
	void carryOut(WorkItem item, D decision, Kept kept);

	/**
	 * That the decision was kept.
	 *
	 * @param actor who has decided
	 * @param opinionId the opinion that carries it
	 */
	record Kept(Actor actor, long opinionId) {
	}

}
