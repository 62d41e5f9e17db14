package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.DocumentsTakenBack;
import cn.ecopark.organisation.Actor;

/**
 * Lays what was submitted into the task that is there in its place, as a draft with its
 * files.
 */
@Component
class TakenBackDraft {

	private final DocumentsTakenBack documents;

	private final Submissions submissions;

	private final TaskDrafts drafts;

	TakenBackDraft(DocumentsTakenBack documents, Submissions submissions, TaskDrafts drafts) {
		this.documents = documents;
		this.submissions = submissions;
		this.drafts = drafts;
	}

	/**
	 * @param points ids of the points that are to be answered now, by the ids of those
	 * that were
	 */
	void lay(WorkItem submitted, WorkItem again, Map<Long, Long> points, Actor actor) {
		this.documents.takeBack(submitted.id(), again.id());
		Map<String, List<String>> fields = new LinkedHashMap<>(this.submissions.fieldsOf(submitted.id()));
		points.forEach((former, now) -> {
			List<String> answer = fields.remove(CorrectionRules.ANSWER + former);
			if (answer != null) {
				fields.put(CorrectionRules.ANSWER + now, answer);
			}
		});
		this.drafts.keep(again.id(), fields, actor);
	}

}
