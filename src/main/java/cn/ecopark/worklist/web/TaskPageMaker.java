package cn.ecopark.worklist.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.casefile.web.LifeSteps;
import cn.ecopark.dossier.web.DocumentViews;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.OneReading;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Step;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.WorkItem;

/** Puts a task, its material and its possible outcomes on one page. */
@Component
class TaskPageMaker {

	private final PanelPages panels;

	private final FileViews file;

	private final LifeSteps life;

	private final ProposalPages proposals;

	private final Texts texts;

	private final UrgingWords urgings;

	private final TaskHeadings headings;

	private final DecisionForm decisions;

	TaskPageMaker(PanelPages panels, FileViews file, LifeSteps life, ProposalPages proposals, Texts texts,
			UrgingWords urgings, TaskHeadings headings, DecisionForm decisions) {
		this.urgings = urgings;
		this.panels = panels;
		this.file = file;
		this.life = life;
		this.proposals = proposals;
		this.texts = texts;
		this.headings = headings;
		this.decisions = decisions;
	}

	/**
	 * What a page is filled with.
	 *
	 * @param problems what is wrong with it, in words, by field
	 * @param draft which it was filled with; null where it was not
	 * @param others who else is at the task
	 * @param unsent what could not be submitted
	 */
	record Filling(Entered entered, Map<String, String> problems, TaskDrafts.@Nullable Draft draft, List<String> others,
			TaskPage.@Nullable Unsent unsent) {

		/**
		 * The same, with what is wrong, and what could not be submitted where that is
		 * known.
		 */
		Filling with(Map<String, String> wrong, TaskPage.@Nullable Unsent typed) {
			return new Filling(this.entered, wrong, this.draft, this.others, typed == null ? this.unsent : typed);
		}

	}

	@OneReading
	TaskPage page(WorkItem item, Actor actor, Filling filling, Locale locale) {
		Entered entered = filling.entered();
		Map<String, String> problems = filling.problems();
		TaskDrafts.Draft draft = filling.draft();
		String submission = entered.token().isEmpty() ? UUID.randomUUID().toString() : entered.token();
		FileViews.Material material = this.file.material(item.subject().dossierId(), item.subject().caseId(), actor,
				new DocumentViews.Step(item.id(), item.description().documents(),
						item.description().optionalDocuments(), item.isOpen(), submission),
				item.task().release(), locale);
		List<TaskPage.Outcome> outcomes = this.decisions.outcomes(item, entered, locale);
		return new TaskPage(String.valueOf(item.id()), submission, item.version(),
				this.headings.heading(item, actor, submission, locale), this.headings.left(item), steps(item, locale),
				material, this.headings.assignment(item, actor, locale),
				this.panels.get(item).view(item, actor, entered, problems), outcomes,
				this.decisions.opinion(item, entered, locale),
				problems.entrySet()
					.stream()
					.map(problem -> new FieldError(problem.getKey(), problem.getValue()))
					.toList(),
				draft == null ? null
						: this.texts.in(locale, "worklist.draft.restored",
								moment(draft.savedAt(), "worklist.draft.moment", locale)),
				item.isOpen() ? this.urgings.onTask(item, locale) : null, filling.others(), filling.unsent(),
				this.proposals.of(item, actor, outcomes, submission, locale));
	}

	/**
	 * @return the words that a draft was kept
	 */
	String kept(Instant at, Locale locale) {
		return this.texts.in(locale, "worklist.draft.kept", moment(at, "worklist.draft.time", locale));
	}

	private String moment(Instant at, String pattern, Locale locale) {
		return DateTimeFormatter.ofPattern(this.texts.in(locale, pattern), locale).format(at.atZone(CaseTime.ZONE));
	}

	private List<Step> steps(WorkItem item, Locale locale) {
		String caseId = item.subject().caseId();
		return caseId != null && item.subject().objectionId() == null ? this.life.ofCase(caseId, locale)
				: this.life.steps(item.task().release(), item.task().stage(), locale);
	}

}
