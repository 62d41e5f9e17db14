package cn.ecopark.studio.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Texts;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftLimits;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.EditDraft;
import cn.ecopark.studio.LimitEntry;
import cn.ecopark.studio.StudioRefusals.DraftEnded;
import cn.ecopark.studio.StudioRefusals.EntryFaulty;
import cn.ecopark.studio.StudioRefusals.EntryThere;
import cn.ecopark.studio.StudioRefusals.FileHeld;
import cn.ecopark.studio.StudioRefusals.FileMovedOn;
import cn.ecopark.studio.StudioRefusals.KeyFaulty;
import cn.ecopark.web.view.FieldError;

/** System administrators change the limits of a draft, one by one. */
@Controller
@RequestMapping("/admin/studio/{draft}/limits")
class LimitController {

	private final Drafts drafts;

	private final DraftLimits limits;

	private final EditDraft edit;

	private final LimitPages pages;

	private final StudioWords words;

	private final CurrentActor current;

	private final Texts texts;

	LimitController(Drafts drafts, DraftLimits limits, EditDraft edit, LimitPages pages, StudioWords words,
			CurrentActor current, Texts texts) {
		this.drafts = drafts;
		this.limits = limits;
		this.edit = edit;
		this.pages = pages;
		this.words = words;
		this.current = current;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView list(@PathVariable UUID draft, Locale locale) {
		return new ModelAndView("studio/limits", "page", this.pages.list(draft, this.current.get(), locale));
	}

	@GetMapping("/new")
	ModelAndView added(@PathVariable UUID draft, Locale locale) {
		return form(draft, null, null, List.of(), locale);
	}

	@GetMapping("/{key}")
	ModelAndView show(@PathVariable UUID draft, @PathVariable String key, Locale locale) {
		return form(draft, key, null, List.of(), locale);
	}

	/** Takes the limits in hand, or says that they still are. */
	@PostMapping("/hold")
	ResponseEntity<Void> hold(@PathVariable UUID draft) {
		try {
			this.edit.take(draft, DraftLimits.PATH, this.current.get());
			return ResponseEntity.noContent().build();
		}
		catch (FileHeld | DraftEnded refusal) {
			return ResponseEntity.status(HttpStatus.CONFLICT).build();
		}
	}

	@PostMapping
	ModelAndView add(@PathVariable UUID draft, @ModelAttribute LimitForm typed, Locale locale,
			RedirectAttributes redirect) {
		return save(draft, null, typed, locale, redirect);
	}

	@PostMapping("/{key}")
	ModelAndView change(@PathVariable UUID draft, @PathVariable String key, @ModelAttribute LimitForm typed,
			Locale locale, RedirectAttributes redirect) {
		return save(draft, key, typed, locale, redirect);
	}

	private ModelAndView save(UUID id, @Nullable String key, LimitForm typed, Locale locale,
			RedirectAttributes redirect) {
		Draft draft = this.drafts.get(id);
		LimitEntry entry = typed.entry(key);
		try {
			this.limits.save(draft, entry, key == null, typed.seen(), this.current.get());
		}
		catch (EntryFaulty faulty) {
			return refused(form(id, key, typed, errors(faulty, entry, locale), locale), false);
		}
		catch (KeyFaulty | EntryThere refusal) {
			return refused(form(id, key, typed, List.of(this.words.error("key", refusal, locale)), locale), false);
		}
		catch (FileMovedOn | FileHeld | DraftEnded refusal) {
			return refused(form(id, key, typed, List.of(this.words.error("zh", refusal, locale)), locale), true);
		}
		redirect.addFlashAttribute("notice", this.words.text("studio.limit.saved", locale, entry.label()));
		return new ModelAndView("redirect:" + LimitPages.url(draft));
	}

	/** Each finding at the input of the property that it is about. */
	private List<FieldError> errors(EntryFaulty faulty, LimitEntry entry, Locale locale) {
		return faulty.findings().stream().map(finding -> {
			String property = finding.place().equals(entry.key()) ? "zh"
					: finding.place().substring(entry.key().length() + 1);
			return new FieldError(property.equals("days") || property.equals("months") ? "length" : property,
					this.texts.of(locale, finding));
		}).toList();
	}

	private ModelAndView form(UUID draft, @Nullable String key, @Nullable LimitForm typed, List<FieldError> errors,
			Locale locale) {
		return new ModelAndView("studio/limit", "page",
				this.pages.form(draft, key, typed, errors, this.current.get(), locale));
	}

	private static ModelAndView refused(ModelAndView page, boolean conflict) {
		page.setStatus(conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

}
