package cn.ecopark.worklist;

import java.util.Map;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.web.panel.PanelView;
import cn.ecopark.worklist.TaskRefusals.FieldError;

/**
 * What a step needs besides outcome, opinion and form fields. A panel is named in the
 * model; the module that owns the data implements it.
 */
public interface WorkPanel {

	/**
	 * @return the name that models use
	 */
	String name();

	/**
	 * @param entered what the actor has typed so far
	 * @param problems what is wrong with it, in words, by field
	 * @return the record the fragment {@code panels/<name>} is rendered from
	 */
	PanelView view(WorkItem item, Actor actor, Submission entered, Map<String, String> problems);

	/**
	 * @return by outcome, which law forbids to choose as things stand, and why; none for
	 * most panels
	 */
	default Map<String, LegalRefusal> closedOutcomes(WorkItem item) {
		return Map.of();
	}

	/** Checks what was entered; adds an error for each field that cannot be taken. */
	void check(WorkItem item, Submission submission, Map<String, FieldError> errors);

	/** Keeps what was entered, in the transaction that completes the task. */
	void carryOut(WorkItem item, Submission submission, Decision decision);

	/**
	 * The decision as it was kept.
	 *
	 * @param opinionId the opinion that carries it
	 */
	record Decision(Actor actor, String outcome, String text, long opinionId) {
	}

}
