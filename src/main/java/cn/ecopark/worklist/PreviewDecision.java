package cn.ecopark.worklist;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.Rehearsal;
import cn.ecopark.officialdocument.Rehearsal.Rehearsed;
import cn.ecopark.organisation.Actor;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRefusals.NothingToPreview;

/**
 * 预览公文: shows whoever decides the official documents that would go out with the decision
 * as it is typed, made by the decision itself, of which nothing stays.
 */
@Component
public class PreviewDecision {

	private final TaskCompletion completion;

	private final Rehearsal rehearsal;

	PreviewDecision(TaskCompletion completion, Rehearsal rehearsal) {
		this.completion = completion;
		this.rehearsal = rehearsal;
	}

	/**
	 * @return at least one document
	 * @throws NothingToPreview when the decision makes none
	 * @throws cn.ecopark.shared.Refusal as {@link CompleteTask#complete}
	 */
	public List<Rehearsed> of(WorkItem item, PageToken page, Decision decision, Actor actor) {
		List<Rehearsed> made;
		try {
			made = this.rehearsal.of(() -> this.completion.complete(item, page, decision, actor));
		}
		catch (LegalRefusal refusal) {
			throw InvalidSubmission.of(refusal);
		}
		if (made.isEmpty()) {
			throw new NothingToPreview();
		}
		return made;
	}

}
