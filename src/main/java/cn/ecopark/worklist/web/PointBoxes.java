package cn.ecopark.worklist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.PointSubjects;
import cn.ecopark.dossier.Documents;
import cn.ecopark.rulepack.DocumentKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.worklist.WorkItem;

/** The points written with an outcome, and what of the case they may be about. */
@Component
class PointBoxes {

	private final Documents documents;

	private final PointSubjects subjects;

	private final RulePacks packs;

	private final Texts texts;

	PointBoxes(Documents documents, PointSubjects subjects, RulePacks packs, Texts texts) {
		this.documents = documents;
		this.subjects = subjects;
		this.packs = packs;
		this.texts = texts;
	}

	/**
	 * @return the documents that were handed in, and the fields that the park filled in
	 */
	TaskPage.Points of(WorkItem item, String outcome, Entered entered, Locale locale) {
		RulePack pack = this.packs.get(item.task().release());
		List<Choice> targets = new ArrayList<>();
		targets.add(new Choice("", this.texts.in(locale, "worklist.points.whole"), true));
		this.documents.kindsOf(item.subject().dossierId(), item.id())
			.stream()
			.map(pack::document)
			.filter(DocumentKind::isHandedIn)
			.map(kind -> PointSubjects.ofDocument(kind, locale))
			.forEach(target -> targets.add(new Choice(target.subject(), target.label(), false)));
		String caseId = item.subject().caseId();
		if (caseId != null) {
			this.subjects.fieldsFilledIn(caseId, item.task().stage())
				.forEach(target -> targets.add(new Choice(target.subject(),
						this.texts.in(locale, "worklist.points.field", target.label()), false)));
		}
		List<TaskPage.Point> written = entered.points(outcome)
			.stream()
			.map(point -> new TaskPage.Point(point.subject(), point.remark()))
			.toList();
		return new TaskPage.Points(written, targets);
	}

}
