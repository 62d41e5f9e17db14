package cn.ecopark.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanels;

/** What a task may be decided with: its outcomes, and the box for the opinion. */
@Component
class DecisionForm {

	private static final int LONGEST_OPINION = 4000;

	private final OutcomeCards cards;

	private final WorkPanels rules;

	private final RulePacks packs;

	private final Texts texts;

	DecisionForm(OutcomeCards cards, WorkPanels rules, RulePacks packs, Texts texts) {
		this.cards = cards;
		this.rules = rules;
		this.packs = packs;
		this.texts = texts;
	}

	List<TaskPage.Outcome> outcomes(WorkItem item, Entered entered, Locale locale) {
		return this.cards.of(item, entered, item.isOpen() ? this.rules.closedOutcomes(item) : Map.of(), locale);
	}

	TaskPage.OpinionBox opinion(WorkItem item, Entered entered, Locale locale) {
		String audience = item.description().audience().name();
		List<String> outcomes = item.description().outcomes();
		List<String> reasoned = outcomes.stream()
			.filter(code -> this.packs.get(item.task().release()).outcome(code).marks().needsReason())
			.toList();
		return new TaskPage.OpinionBox(entered.opinion(), reasoned.size() == outcomes.size(), reasoned, LONGEST_OPINION,
				List.of(new Choice(audience, readers(item, locale), true)), List.of());
	}

	private String readers(WorkItem item, Locale locale) {
		WorkItem.Subject subject = item.subject();
		String readers = this.texts.in(locale, "casefile.audience."
				+ Opinion.readers(subject.dossierId(), subject.caseId(), item.description().audience()));
		return item.description().secret() ? this.texts.in(locale, "worklist.task.readersLater", readers) : readers;
	}

}
