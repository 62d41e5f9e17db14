package cn.ecopark.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.ProblemCatalogue;
import cn.ecopark.worklist.ReadProposal;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskRefusals.DraftTooLong;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;

/**
 * Whatever a submission is refused for, the page comes back with every word: to be sent
 * again where the task still waits, for copying where it does not.
 */
@Component
class RefusedSubmissions {

	/** Where a refusal stands that is about no field. */
	private static final String WHOLE = "decision";

	private final TaskRights rights;

	private final TaskPageMaker pages;

	private final TaskDrafts drafts;

	private final UnsentWords words;

	private final TaskFillings fillings;

	private final ReadProposal proposals;

	private final ProblemCatalogue catalogue;

	private final Texts texts;

	RefusedSubmissions(TaskRights rights, TaskPageMaker pages, TaskDrafts drafts, UnsentWords words,
			TaskFillings fillings, ReadProposal proposals, ProblemCatalogue catalogue, Texts texts) {
		this.fillings = fillings;
		this.proposals = proposals;
		this.rights = rights;
		this.pages = pages;
		this.drafts = drafts;
		this.words = words;
		this.catalogue = catalogue;
		this.texts = texts;
	}

	/**
	 * @return the page with what was typed
	 * @throws Refusal when the actor may not even read the task
	 */
	ModelAndView page(Refusal refusal, long itemId, Entered entered, Actor actor, Locale locale) {
		WorkItem item = this.rights.read(actor, itemId);
		HttpStatus status = this.catalogue.statusOf(refusal.problem());
		if (item.isOpen() && this.rights.isFree(actor, item) && !isProposed(item, actor)) {
			return view(this.pages.page(item, actor,
					new TaskPageMaker.Filling(entered, problems(refusal, locale), null, List.of(), null), locale),
					status);
		}
		keep(item, entered, actor);
		TaskPage.Unsent unsent = this.words.of(item, entered.fields(),
				this.texts.in(locale, refusal.wordsKey(), refusal.arguments()), locale);
		return view(this.pages.page(item, actor, this.fillings.of(item, actor, locale).with(Map.of(), unsent), locale),
				status);
	}

	/**
	 * @param reason what was written to send it back; empty for nothing
	 * @return the page with what was proposed, or with what became of it
	 * @throws Refusal when the actor may not even read the task
	 */
	ModelAndView ofProposal(Refusal refusal, long itemId, String reason, Actor actor, Locale locale) {
		WorkItem item = this.rights.read(actor, itemId);
		Map<String, String> problems = problems(refusal, locale);
		List<TaskPage.UnsentText> texts = reason.isBlank() ? List.of()
				: List.of(new TaskPage.UnsentText(this.texts.in(locale, "web.action.reason"), reason));
		TaskPage.Unsent unsent = item.isOpen() && texts.isEmpty() ? null
				: new TaskPage.Unsent(String.join(" ", problems.values()), texts);
		return view(this.pages.page(item, actor, this.fillings.of(item, actor, locale).with(problems, unsent), locale),
				this.catalogue.statusOf(refusal.problem()));
	}

	private boolean isProposed(WorkItem item, Actor actor) {
		ReadProposal.Standing standing = this.proposals.of(item, actor);
		return standing != null && standing.isWaiting();
	}

	private void keep(WorkItem item, Entered entered, Actor actor) {
		try {
			this.drafts.keepUnsent(item, entered.fields(), actor);
		}
		catch (DraftTooLong tooLong) {
			// The page shows it all the same.
		}
	}

	private Map<String, String> problems(Refusal refusal, Locale locale) {
		if (!(refusal instanceof InvalidSubmission invalid)) {
			return Map.of(WHOLE, this.texts.in(locale, refusal.wordsKey(), refusal.arguments()));
		}
		Map<String, String> problems = new LinkedHashMap<>();
		invalid.errors()
			.forEach((field, error) -> problems.put(field, this.texts.in(locale, error.message(), error.arguments())));
		return problems;
	}

	private static ModelAndView view(TaskPage page, HttpStatus status) {
		ModelAndView view = new ModelAndView("worklist/task", "page", page);
		view.setStatus(status);
		return view;
	}

}
