package cn.ecopark.worklist.web;

import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.CompleteTask;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.ProposeDecision;
import cn.ecopark.worklist.WorkItem;

/**
 * What is submitted on a task page: a decision, or a proposal where several have to sign.
 */
@Component
class SubmitDecision {

	private final DecisionReader decisions;

	private final CompleteTask completeTask;

	private final ProposeDecision proposeDecision;

	private final Texts texts;

	SubmitDecision(DecisionReader decisions, CompleteTask completeTask, ProposeDecision proposeDecision, Texts texts) {
		this.decisions = decisions;
		this.completeTask = completeTask;
		this.proposeDecision = proposeDecision;
		this.texts = texts;
	}

	/**
	 * @return what has happened, in words
	 * @throws cn.ecopark.shared.Refusal as the two commands
	 */
	String submit(WorkItem item, Entered entered, Actor actor, Locale locale) {
		Decision decision = this.decisions.read(item, entered);
		if (item.description().isSignedBySeveral()) {
			this.proposeDecision.propose(item, entered.page(), entered.fields(), decision, actor);
			return this.texts.in(locale,
					item.description().signatures() > 2 ? "worklist.proposed.review" : "worklist.proposed.sign",
					item.subject().title(), item.task().name());
		}
		WorkItem done = this.completeTask.complete(item, entered.page(), decision, actor);
		return this.texts.in(locale, "worklist.done", done.subject().title(), done.task().name());
	}

}
