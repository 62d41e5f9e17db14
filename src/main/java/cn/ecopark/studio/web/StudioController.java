package cn.ecopark.studio.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.release.Release;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SameRelease;
import cn.ecopark.shared.Refusal;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.EditDraft;
import cn.ecopark.studio.MakeDraftRelease;
import cn.ecopark.studio.StudioRefusals.BothChanged;
import cn.ecopark.studio.StudioRefusals.DraftEnded;
import cn.ecopark.studio.StudioRefusals.FileHeld;
import cn.ecopark.studio.StudioRefusals.NoStep;
import cn.ecopark.studio.StudioRefusals.NothingChanged;
import cn.ecopark.studio.StudioRefusals.DraftUntitled;
import cn.ecopark.web.OncePerPage;

/** System administrators begin drafts, look at them and make releases of them. */
@Controller
@RequestMapping("/admin/studio")
class StudioController {

	private static final int LONGEST_TITLE = 100;

	private static final int LONGEST_REASON = 1000;

	private final EditDraft edit;

	private final MakeDraftRelease makeRelease;

	private final StudioPages studio;

	private final DraftPages drafts;

	private final StudioWords words;

	private final CurrentActor current;

	StudioController(EditDraft edit, MakeDraftRelease makeRelease, StudioPages studio, DraftPages drafts,
			StudioWords words, CurrentActor current) {
		this.edit = edit;
		this.makeRelease = makeRelease;
		this.studio = studio;
		this.drafts = drafts;
		this.words = words;
		this.current = current;
	}

	@GetMapping
	ModelAndView all(Locale locale) {
		return new ModelAndView("studio/studio", "page", this.studio.page(null, "", List.of(), locale));
	}

	@OncePerPage
	@PostMapping
	ModelAndView begin(@RequestParam String pack, @RequestParam(defaultValue = "") String title, Locale locale,
			RedirectAttributes redirect) {
		String said = cut(title, LONGEST_TITLE);
		try {
			Draft begun = this.edit.begin(pack, said, this.current.get());
			return to(StudioWords.url(begun), "studio.begun", locale, redirect);
		}
		catch (DraftUntitled refusal) {
			ModelAndView page = new ModelAndView("studio/studio", "page",
					this.studio.page(pack, said, List.of(this.words.error("title-" + pack, refusal, locale)), locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			return page;
		}
	}

	@GetMapping("/{draft}")
	ModelAndView show(@PathVariable UUID draft, Locale locale) {
		return new ModelAndView("studio/draft", "page", this.drafts.page(draft, "", List.of(), locale));
	}

	@PostMapping("/{draft}/make")
	ModelAndView make(@PathVariable UUID draft, @RequestParam(defaultValue = "") String reason, Locale locale,
			RedirectAttributes redirect) {
		String said = cut(reason, LONGEST_REASON);
		try {
			Release made = this.makeRelease.make(draft, said, this.current.get());
			redirect.addFlashAttribute("notice", this.words.text("studio.made", locale, made.id().toString()));
			return new ModelAndView("redirect:/admin/packs/" + made.id());
		}
		catch (ReleaseReasonMissing refusal) {
			return refused(draft, said, "reason", refusal, HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		catch (NothingChanged | BothChanged | SameRelease | DraftEnded refusal) {
			return refused(draft, said, "reason", refusal, HttpStatus.CONFLICT, locale);
		}
	}

	@PostMapping("/{draft}/aside")
	ModelAndView layAside(@PathVariable UUID draft, Locale locale, RedirectAttributes redirect) {
		return done(draft, actor -> this.edit.layAside(draft, actor), "studio.laid-aside", locale, redirect);
	}

	@PostMapping("/{draft}/open")
	ModelAndView openAgain(@PathVariable UUID draft, Locale locale, RedirectAttributes redirect) {
		return done(draft, actor -> this.edit.openAgain(draft, actor), "studio.opened-again", locale, redirect);
	}

	@PostMapping("/{draft}/undo")
	ModelAndView undo(@PathVariable UUID draft, @RequestParam String path, Locale locale, RedirectAttributes redirect) {
		return done(draft, actor -> this.edit.undo(draft, path, actor), "studio.undone", locale, redirect);
	}

	@PostMapping("/{draft}/redo")
	ModelAndView redo(@PathVariable UUID draft, @RequestParam String path, Locale locale, RedirectAttributes redirect) {
		return done(draft, actor -> this.edit.redo(draft, path, actor), "studio.redone", locale, redirect);
	}

	private ModelAndView done(UUID draft, Consumer<Actor> act, String words, Locale locale,
			RedirectAttributes redirect) {
		try {
			act.accept(this.current.get());
		}
		catch (DraftEnded | FileHeld | NoStep refusal) {
			return refused(draft, "", "draft", refusal, HttpStatus.CONFLICT, locale);
		}
		return to("/admin/studio/" + draft, words, locale, redirect);
	}

	private ModelAndView to(String url, String words, Locale locale, RedirectAttributes redirect) {
		redirect.addFlashAttribute("notice", this.words.text(words, locale));
		return new ModelAndView("redirect:" + url);
	}

	private ModelAndView refused(UUID draft, String reason, String field, Refusal refusal, HttpStatus status,
			Locale locale) {
		ModelAndView page = new ModelAndView("studio/draft", "page",
				this.drafts.page(draft, reason, List.of(this.words.error(field, refusal, locale)), locale));
		page.setStatus(status);
		return page;
	}

	private static String cut(String typed, int longest) {
		return typed.length() > longest ? typed.substring(0, longest) : typed;
	}

}
