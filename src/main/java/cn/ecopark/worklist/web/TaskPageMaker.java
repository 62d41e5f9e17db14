package cn.ecopark.worklist.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.casefile.web.LifeSteps;
import cn.ecopark.dossier.web.DocumentViews;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tone;
import cn.ecopark.worklist.Desk;
import cn.ecopark.worklist.TaskDrafts.Draft;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkPanels;

/** Puts a task, its material and its possible outcomes on one page. */
@Component
class TaskPageMaker {

	private static final int LONGEST_OPINION = 4000;

	private final Desk desk;

	private final PanelPages panels;

	private final FileViews file;

	private final LifeSteps life;

	private final OutcomeCards outcomes;

	private final Words words;

	private final WorkPanels rules;

	private final UrgingWords urgings;

	TaskPageMaker(Desk desk, PanelPages panels, FileViews file, LifeSteps life, OutcomeCards outcomes, Words words,
			WorkPanels rules, UrgingWords urgings) {
		this.urgings = urgings;
		this.rules = rules;
		this.desk = desk;
		this.panels = panels;
		this.file = file;
		this.life = life;
		this.outcomes = outcomes;
		this.words = words;
	}

	/** Names, limits and texts. */
	@Component
	record Words(RowMaker rows, RulePacks packs, People people, MessageSource messages) {
	}

	TaskPage page(WorkItem item, Actor actor, Entered entered, Map<String, String> problems, @Nullable Draft draft,
			Locale locale) {
		String submission = entered.token().isEmpty() ? UUID.randomUUID().toString() : entered.token();
		FileViews.Material material = this.file.material(item.subject().dossierId(), item.subject().caseId(), actor,
				new DocumentViews.Step(item.id(), item.description().documents(),
						item.description().optionalDocuments(), item.isOpen(), submission),
				item.task().release(), locale);
		return new TaskPage(String.valueOf(item.id()), submission, item.version(),
				heading(item, actor, submission, locale), this.words.rows().left(item), steps(item, locale),
				new TaskPage.Material(material.documents(), material.opinions(), material.timeline(),
						material.parties()),
				assignment(item, actor, locale), this.panels.get(item).view(item, actor, entered, problems),
				this.outcomes.of(item, entered, item.isOpen() ? this.rules.closedOutcomes(item) : Map.of(), locale),
				opinion(item, entered, locale),
				problems.entrySet()
					.stream()
					.map(problem -> new FieldError(problem.getKey(), problem.getValue()))
					.toList(),
				draft == null ? null
						: text("worklist.draft.restored", locale,
								moment(draft.savedAt(), "worklist.draft.moment", locale)),
				item.isOpen() ? this.urgings.onTask(item.id(), locale) : null);
	}

	/**
	 * @return the words that a draft was kept
	 */
	String kept(Instant at, Locale locale) {
		return text("worklist.draft.kept", locale, moment(at, "worklist.draft.time", locale));
	}

	private String moment(Instant at, String pattern, Locale locale) {
		return DateTimeFormatter.ofPattern(text(pattern, locale), locale).format(at.atZone(CaseTime.ZONE));
	}

	private List<Step> steps(WorkItem item, Locale locale) {
		String caseId = item.subject().caseId();
		return caseId != null && item.subject().objectionId() == null ? this.life.ofCase(caseId, locale)
				: this.life.steps(item.task().release(), item.task().stage(), locale);
	}

	private TaskPage.Heading heading(WorkItem item, Actor actor, String submission, Locale locale) {
		List<String> meta = new ArrayList<>(this.words.rows().parkMeta(item, locale));
		meta.add(this.words.rows().stage(item));
		String caseId = item.subject().caseId();
		String url = caseId != null ? "/cases/" + caseId : "/batches/" + item.subject().batchId();
		return new TaskPage.Heading(item.subject().title(), meta, url, item.isOpen() ? position(item, actor) : null,
				item.isOpen() ? more(item, actor, submission, locale) : List.of());
	}

	private TaskPage.Position position(WorkItem item, Actor actor) {
		WorkItem previous = this.desk.neighbour(actor, item, true);
		WorkItem next = this.desk.neighbour(actor, item, false);
		return new TaskPage.Position(this.desk.position(actor, item) + 1, this.desk.counts(actor).open(), url(previous),
				url(next));
	}

	private static @Nullable String url(@Nullable WorkItem item) {
		return item == null ? null : RowMaker.url(item);
	}

	private List<Action> more(WorkItem item, Actor actor, String submission, Locale locale) {
		List<Action> actions = new ArrayList<>();
		if (item.holder().unitId() == null) {
			return actions;
		}
		Long claimedBy = item.holder().claimedBy();
		if (claimedBy == null) {
			actions.add(action("worklist.action.claim", "/tasks/" + item.id() + "/claim", submission, locale));
		}
		else if (claimedBy == actor.personId() || actor.isSupervisor()) {
			actions.add(action("worklist.action.release", "/tasks/" + item.id() + "/release", submission, locale));
		}
		if (actor.isSupervisor()) {
			this.words.people()
				.membersOf(actor.unitId())
				.stream()
				.filter(member -> claimedBy == null || member.id() != claimedBy)
				.forEach(member -> actions.add(new Action(text("worklist.action.assign", locale, member.displayName()),
						"/tasks/" + item.id() + "/assign?person=" + member.id(), null, false, submission, Tone.QUIET)));
		}
		return actions;
	}

	private Action action(String key, String url, String submission, Locale locale) {
		return new Action(text(key, locale), url, null, false, submission, Tone.QUIET);
	}

	private TaskPage.Assignment assignment(WorkItem item, Actor actor, Locale locale) {
		Long claimedBy = item.holder().claimedBy();
		String name = claimedBy == null || claimedBy == actor.personId() ? null : this.words.people().nameOf(claimedBy);
		String closed = switch (item.state()) {
			case OPEN -> name == null ? null : text("worklist.closed.claimed", locale, name);
			case DONE -> text("worklist.closed.done", locale);
			case CANCELLED -> text("worklist.closed.cancelled", locale);
		};
		return new TaskPage.Assignment(item.task().name(), LocalDate.ofInstant(item.createdAt(), CaseTime.ZONE),
				this.words.rows().limitDays(item), name, closed);
	}

	private TaskPage.OpinionBox opinion(WorkItem item, Entered entered, Locale locale) {
		String audience = item.description().audience().name();
		List<String> outcomes = item.description().outcomes();
		List<String> reasoned = outcomes.stream()
			.filter(code -> this.words.packs().get(item.task().release()).outcome(code).marks().needsReason())
			.toList();
		return new TaskPage.OpinionBox(entered.opinion(), reasoned.size() == outcomes.size(), reasoned, LONGEST_OPINION,
				List.of(new Choice(audience, text("casefile.audience." + audience, locale), true)), List.of());
	}

	private String text(String key, Locale locale, Object... arguments) {
		return String.valueOf(this.words.messages().getMessage(key, arguments, key, locale));
	}

}
