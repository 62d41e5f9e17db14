package cn.ecopark.worklist.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.ReasonTooLong;
import cn.ecopark.casefile.Reason;
import cn.ecopark.form.InputError;
import cn.ecopark.form.PlainText;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.SilenceRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.FormToken;
import cn.ecopark.web.OncePerPage;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.worklist.GoOnWithoutAnswer;
import cn.ecopark.worklist.HandOverStep;
import cn.ecopark.worklist.Supervision;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;
import cn.ecopark.worklist.TaskRefusals.UnitCannotTakeOver;
import cn.ecopark.worklist.UrgeTask;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * 催办、限期、视为未答复: the page on which the Office gets a step that waits for others to go on.
 */
@Controller
@RequestMapping("/tasks/{id}/urging")
class UrgingController {

	private final WorkItems items;

	private final Supervision supervision;

	private final UrgeTask urgeTask;

	private final GoOnWithoutAnswer goOn;

	private final HandOverStep handOver;

	private final UrgingPages pages;

	private final CurrentActor current;

	private final Texts texts;

	UrgingController(WorkItems items, Supervision supervision, UrgeTask urgeTask, GoOnWithoutAnswer goOn,
			HandOverStep handOver, UrgingPages pages, CurrentActor current, Texts texts) {
		this.items = items;
		this.supervision = supervision;
		this.urgeTask = urgeTask;
		this.goOn = goOn;
		this.handOver = handOver;
		this.pages = pages;
		this.current = current;
		this.texts = texts;
	}

	/** One of the four commands. */
	private interface Command {

		void carryOut(Reason words, Actor actor);

	}

	@GetMapping
	ModelAndView page(@PathVariable long id, Locale locale) {
		return page(id, UrgingPage.Entry.nothing(), List.of(), HttpStatus.OK, locale);
	}

	@OncePerPage
	@PostMapping("/urge")
	ModelAndView urge(@PathVariable long id, @RequestParam(defaultValue = "") String submission,
			@RequestParam(defaultValue = "") String text, RedirectAttributes redirect, Locale locale) {
		return carryOut(id, new UrgingPage.Entry("urge", text, "", ""),
				(words, actor) -> this.urgeTask.urge(id, FormToken.of(submission), words, actor), redirect, locale);
	}

	@OncePerPage
	@PostMapping("/last-day")
	ModelAndView setLastDay(@PathVariable long id, @RequestParam(defaultValue = "") String submission,
			@RequestParam(defaultValue = "") String lastDay, @RequestParam(defaultValue = "") String text,
			RedirectAttributes redirect, Locale locale) {
		UrgingPage.Entry entered = new UrgingPage.Entry("last-day", text, lastDay, "");
		LocalDate day = day(lastDay);
		if (day == null) {
			FieldError noDay = new FieldError(SilenceRules.LAST_DAY, this.texts.in(locale, "worklist.urging.no-day"));
			return page(id, entered, List.of(noDay), HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		return carryOut(id, entered,
				(words, actor) -> this.urgeTask.setLastDay(id, FormToken.of(submission), day, words, actor), redirect,
				locale);
	}

	@OncePerPage
	@PostMapping("/go-on")
	ModelAndView goOn(@PathVariable long id, @RequestParam(defaultValue = "") String submission,
			@RequestParam(defaultValue = "") String text, RedirectAttributes redirect, Locale locale) {
		return carryOut(id, new UrgingPage.Entry("go-on", text, "", ""),
				(words, actor) -> this.goOn.goOn(id, FormToken.of(submission), words, actor), redirect, locale);
	}

	@OncePerPage
	@PostMapping("/hand-over")
	ModelAndView handOver(@PathVariable long id, @RequestParam(defaultValue = "") String submission,
			@RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String text,
			RedirectAttributes redirect, Locale locale) {
		return carryOut(id, new UrgingPage.Entry("hand-over", text, "", unit),
				(words, actor) -> this.handOver.handOver(id, FormToken.of(submission), unit, words, actor), redirect,
				locale);
	}

	private ModelAndView carryOut(long id, UrgingPage.Entry entered, Command command, RedirectAttributes redirect,
			Locale locale) {
		WorkItem item = read(id);
		InputError wrong = PlainText.error(entered.text());
		if (wrong != null) {
			FieldError unreadable = new FieldError(textOf(entered),
					this.texts.in(locale, wrong.message(), wrong.arguments()));
			return page(id, entered, List.of(unreadable), HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		try {
			command.carryOut(Reason.of(entered.text()), this.current.get());
		}
		catch (ReasonMissing | ReasonTooLong refused) {
			return page(id, entered, List.of(error(textOf(entered), refused, locale)), HttpStatus.UNPROCESSABLE_CONTENT,
					locale);
		}
		catch (UnitCannotTakeOver refused) {
			return page(id, entered, List.of(error("unit", refused, locale)), HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		catch (LegalRefusal refused) {
			String field = refused.field();
			return page(id, entered, List.of(error(field == null ? textOf(entered) : field, refused, locale)),
					HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		redirect.addFlashAttribute("notice", this.texts.in(locale, "worklist.urging.done." + entered.form()));
		return new ModelAndView("redirect:" + UrgingPages.url(item));
	}

	private ModelAndView page(long id, UrgingPage.Entry entered, List<FieldError> errors, HttpStatus status,
			Locale locale) {
		WorkItem item = read(id);
		if (!this.supervision.isOffered(this.current.get(), item)) {
			throw new TaskAlreadyDone();
		}
		ModelAndView view = new ModelAndView("worklist/urging",
				Map.of("page", this.pages.page(item, entered, errors, locale)));
		view.setStatus(status);
		return view;
	}

	private WorkItem read(long id) {
		WorkItem item = this.items.find(id).orElseThrow(TaskNotFound::new);
		this.supervision.require(this.current.get(), item);
		return item;
	}

	private FieldError error(String field, Refusal refused, Locale locale) {
		return new FieldError(field, this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

	/** A request without a token is one of its own. */
	/** Each of the forms has its own field for words. */
	private static String textOf(UrgingPage.Entry entered) {
		return "text-" + entered.form();
	}

	private static @Nullable LocalDate day(String typed) {
		try {
			return LocalDate.parse(typed.strip());
		}
		catch (DateTimeParseException noDay) {
			return null;
		}
	}

}
