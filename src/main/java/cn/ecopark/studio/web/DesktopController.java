package cn.ecopark.studio.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.TokenRefusals.TokenFaulty;
import cn.ecopark.organisation.TokenRefusals.TooManyTokens;
import cn.ecopark.shared.Refusal;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.TakeModelerFiles;

/** System administrators get their desktop Modeler ready for a draft. */
@Controller
@RequestMapping("/admin/studio/{draft}/desktop")
class DesktopController {

	private static final String FORM = ".form";

	private final Drafts drafts;

	private final TakeModelerFiles modeler;

	private final ElementTemplates templates;

	private final AccessTokens tokens;

	private final DesktopPages pages;

	private final StudioWords words;

	private final CurrentActor current;

	DesktopController(Drafts drafts, TakeModelerFiles modeler, ElementTemplates templates, AccessTokens tokens,
			DesktopPages pages, StudioWords words, CurrentActor current) {
		this.drafts = drafts;
		this.modeler = modeler;
		this.templates = templates;
		this.tokens = tokens;
		this.pages = pages;
		this.words = words;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable UUID draft, Locale locale) {
		return new ModelAndView("studio/desktop", "page",
				this.pages.page(draft, this.current.get(), null, "", List.of(), locale));
	}

	/**
	 * The answer is the page itself: nothing keeps the token until another is asked for.
	 */
	@PostMapping("/tokens")
	ModelAndView make(@PathVariable UUID draft, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "0") int days, Locale locale) {
		this.drafts.get(draft);
		try {
			String made = this.tokens.make(this.current.get(), name, days);
			return new ModelAndView("studio/desktop", "page",
					this.pages.page(draft, this.current.get(), made, "", List.of(), locale));
		}
		catch (TokenFaulty refusal) {
			return refused(draft, name, refusal, HttpStatus.UNPROCESSABLE_CONTENT, locale);
		}
		catch (TooManyTokens refusal) {
			return refused(draft, name, refusal, HttpStatus.CONFLICT, locale);
		}
	}

	private ModelAndView refused(UUID draft, String name, Refusal refusal, HttpStatus status, Locale locale) {
		String typed = name.length() > AccessTokens.LONGEST_NAME ? name.substring(0, AccessTokens.LONGEST_NAME) : name;
		ModelAndView page = new ModelAndView("studio/desktop", "page", this.pages.page(draft, this.current.get(), null,
				typed, List.of(this.words.error("name", refusal, locale)), locale));
		page.setStatus(status);
		return page;
	}

	@PostMapping("/tokens/{id}/end")
	ModelAndView end(@PathVariable UUID draft, @PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
		Draft of = this.drafts.get(draft);
		this.tokens.end(this.current.get(), id);
		redirect.addFlashAttribute("notice", this.words.text("studio.desktop.token.ended", locale));
		return new ModelAndView("redirect:" + DesktopPages.url(of));
	}

	/** Whoever fetches a file has seen it: what is sent later is held against it. */
	@GetMapping("/files/{file}")
	ResponseEntity<byte[]> file(@PathVariable UUID draft, @PathVariable String file) {
		byte[] content = this.modeler.fetch(draft, file, this.current.get());
		return attachment(file, file.endsWith(FORM) ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
			.body(content);
	}

	@GetMapping("/element-templates.json")
	ResponseEntity<List<Map<String, Object>>> templates(@PathVariable UUID draft, Locale locale) {
		Draft of = this.drafts.get(draft);
		return attachment("ecopark-" + of.pack() + ".json", MediaType.APPLICATION_JSON)
			.body(this.templates.of(of, locale));
	}

	private static ResponseEntity.BodyBuilder attachment(String name, MediaType type) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
	}

}
