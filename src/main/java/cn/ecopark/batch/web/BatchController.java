package cn.ecopark.batch.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchRefusals;
import cn.ecopark.batch.BatchRefusals.CaseNotWaiting;
import cn.ecopark.batch.BatchRefusals.MixedPacks;
import cn.ecopark.batch.BatchRefusals.TitleMissing;
import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.casefile.StepReminders;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.MomentKey;
import cn.ecopark.shared.OneReading;
import cn.ecopark.shared.Refusal;
import cn.ecopark.spreadsheet.TakeListOut;
import cn.ecopark.web.FormToken;
import cn.ecopark.web.OncePerPage;

/** Batches: the list, composing one, the page of one and its document. */
@Controller
@RequestMapping("/batches")
class BatchController {

	private final ComposeBatch composeBatch;

	private final BatchLists lists;

	private final ComposePages composing;

	private final BatchPages pages;

	private final CurrentActor current;

	private final StepReminders reminders;

	private final TakeListOut takeOut;

	BatchController(ComposeBatch composeBatch, BatchLists lists, ComposePages composing, BatchPages pages,
			CurrentActor current, StepReminders reminders, TakeListOut takeOut) {
		this.takeOut = takeOut;
		this.reminders = reminders;
		this.composeBatch = composeBatch;
		this.lists = lists;
		this.composing = composing;
		this.pages = pages;
		this.current = current;
	}

	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before) {
		return new ModelAndView("batch/list", "page",
				this.lists.page(Cursor.of(after, before, MomentKey::parse), this.current.get()));
	}

	/** Taking rows out is recorded, therefore a post. */
	@PostMapping("/export")
	void export(HttpServletResponse response, Locale locale) throws IOException {
		this.takeOut.write(this.lists.sheet(this.current.get()), response, locale);
	}

	@GetMapping("/new")
	ModelAndView compose(@RequestParam String kind, @RequestParam(required = false) @Nullable String pack) {
		Actor actor = this.current.get();
		return new ModelAndView("batch/compose", "page", this.composing.page(kind, actor,
				ComposePages.Entered.nothing(pack, UUID.randomUUID().toString()), List.of()));
	}

	@OncePerPage
	@PostMapping
	ModelAndView compose(@RequestParam String kind, @RequestParam(required = false) @Nullable String pack,
			@RequestParam(defaultValue = "") String title,
			@RequestParam(name = "item", required = false) @Nullable Set<String> cases,
			@RequestParam(defaultValue = "") String submission) {
		Actor actor = this.current.get();
		Set<String> chosen = cases == null ? Set.of() : cases;
		String token = FormToken.of(submission);
		try {
			Batch batch = this.composeBatch.compose(kind, chosen, title, token, actor);
			return new ModelAndView("redirect:/batches/" + batch.id());
		}
		catch (BatchRefusals.NothingChosen | CaseNotWaiting | LegalRefusal | MixedPacks refusal) {
			return again(kind, new ComposePages.Entered(pack, title, chosen, token), "item", refusal);
		}
		catch (TitleMissing refusal) {
			return again(kind, new ComposePages.Entered(pack, title, chosen, token), "title", refusal);
		}
	}

	@OneReading
	@GetMapping("/{id}")
	ModelAndView batch(@PathVariable String id, Locale locale) {
		Actor reader = this.current.get();
		return new ModelAndView("batch/batch", Map.of("page", this.pages.page(id, reader, locale), "reminders",
				this.reminders.of(id, reader, locale)));
	}

	private ModelAndView again(String kind, ComposePages.Entered entered, String field, Refusal refusal) {
		ModelAndView view = new ModelAndView("batch/compose", "page",
				this.composing.page(kind, this.current.get(), entered, List.of(this.composing.error(field, refusal))));
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

}
