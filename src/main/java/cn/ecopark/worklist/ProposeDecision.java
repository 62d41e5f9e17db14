package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.Rehearsal;
import cn.ecopark.organisation.Actor;

/**
 * 拟办: where several people of a unit have to sign, what one of them submits is checked by
 * the very decision, of which nothing stays, and becomes a proposal.
 */
@Component
public class ProposeDecision {

	private final CompleteTask completeTask;

	private final TaskCompletion completion;

	private final Rehearsal rehearsal;

	private final KeepProposal proposal;

	private final TaskDrafts drafts;

	ProposeDecision(CompleteTask completeTask, TaskCompletion completion, Rehearsal rehearsal, KeepProposal proposal,
			TaskDrafts drafts) {
		this.completeTask = completeTask;
		this.completion = completion;
		this.rehearsal = rehearsal;
		this.proposal = proposal;
		this.drafts = drafts;
	}

	/**
	 * Not part of a transaction, which the rehearsal would take back.
	 * @param page that carries it; the same page twice is the same proposal
	 * @param fields all that was entered on the page, out of which the decision was read
	 * @throws cn.ecopark.shared.Refusal as {@link CompleteTask#complete}
	 * @throws TaskRefusals.AlreadyProposed when a colleague was quicker
	 * @throws LegalRefusal when nobody else of the unit could sign it
	 */
	public void propose(WorkItem item, PageToken page, Map<String, List<String>> fields, Decision decision,
			Actor actor) {
		if (!this.proposal.isNew(item.id(), page, actor)) {
			return;
		}
		try {
			this.rehearsal.of(() -> this.completion.complete(item, page, decision, actor));
		}
		catch (LegalRefusal refusal) {
			throw this.completeTask.told(item, refusal);
		}
		this.proposal.keep(item.id(), page, fields, decision.statement().outcome(), actor);
		this.drafts.discard(item.id(), actor);
	}

}
