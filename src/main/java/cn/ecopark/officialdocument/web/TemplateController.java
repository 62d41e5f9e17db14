package cn.ecopark.officialdocument.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
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

import cn.ecopark.officialdocument.CompositionRefusals.OfficialDocumentKindNotFound;
import cn.ecopark.officialdocument.CompositionRefusals.TemplateFaulty;
import cn.ecopark.officialdocument.CompositionRefusals.TemplateReasonMissing;
import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialDocumentKinds;
import cn.ecopark.officialdocument.TemplateVersion;
import cn.ecopark.officialdocument.Templates;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** The system administrator edits the templates of documents, and sees what they make. */
@Controller
@RequestMapping("/admin/papers")
class TemplateController {

	/** Far more than any document needs. */
	private static final int LONGEST = 40_000;

	private final RulePacks packs;

	private final OfficialDocumentKinds kinds;

	private final Templates templates;

	private final TemplatePages pages;

	private final TemplateWords words;

	private final TemplatePreview preview;

	private final Texts texts;

	TemplateController(RulePacks packs, OfficialDocumentKinds kinds, Templates templates, TemplatePages pages,
			TemplateWords words, TemplatePreview preview, Texts texts) {
		this.packs = packs;
		this.kinds = kinds;
		this.templates = templates;
		this.pages = pages;
		this.words = words;
		this.preview = preview;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView list(Locale locale) {
		return new ModelAndView("officialdocument/templates", "page", this.pages.list(locale));
	}

	@GetMapping("/{pack}/{key}")
	ModelAndView show(@PathVariable String pack, @PathVariable String key,
			@RequestParam(required = false) @Nullable Integer version, Locale locale) {
		return new ModelAndView("officialdocument/template", "page", this.pages.show(kind(pack, key), version, locale));
	}

	@PostMapping("/{pack}/{key}")
	ModelAndView save(@PathVariable String pack, @PathVariable String key, @RequestParam int base,
			@RequestParam String source, @RequestParam String reason, Locale locale, RedirectAttributes redirect) {
		OfficialDocumentKind kind = kind(pack, key);
		try {
			TemplateVersion saved = this.templates.save(kind, base, cut(source), reason);
			redirect.addFlashAttribute("notice", this.texts.in(locale, "officialdocument.template.saved",
					this.words.version(saved.ref().version(), locale)));
			return new ModelAndView("redirect:/admin/papers/" + pack + "/" + key);
		}
		catch (TemplateFaulty faulty) {
			return refused(kind, source, reason, this.words.errors(faulty.faults(), locale), locale);
		}
		catch (TemplateReasonMissing missing) {
			FieldError error = new FieldError("reason", this.texts.in(locale, missing.wordsKey()));
			return refused(kind, source, reason, List.of(error), locale);
		}
	}

	/** Without the script the document is shown in a page of its own. */
	@PostMapping("/{pack}/{key}/preview")
	Object preview(@PathVariable String pack, @PathVariable String key, @RequestParam String source,
			@RequestParam(defaultValue = "") String reason, Locale locale) {
		OfficialDocumentKind kind = kind(pack, key);
		try {
			return pdf(this.preview.pdf(kind, cut(source)));
		}
		catch (TemplateFaulty faulty) {
			return refused(kind, source, reason, this.words.errors(faulty.faults(), locale), locale);
		}
	}

	@PostMapping(path = "/{pack}/{key}/preview", headers = "X-Preview")
	ResponseEntity<?> previewBeside(@PathVariable String pack, @PathVariable String key, @RequestParam String source,
			Locale locale) {
		try {
			return pdf(this.preview.pdf(kind(pack, key), cut(source)));
		}
		catch (TemplateFaulty faulty) {
			return ResponseEntity.unprocessableContent()
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.words.errors(faulty.faults(), locale).stream().map(FieldError::message).toList());
		}
	}

	private static ResponseEntity<byte[]> pdf(byte[] document) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header("Content-Disposition", "inline; filename=preview.pdf")
			.header("Cache-Control", "no-store")
			.body(document);
	}

	private ModelAndView refused(OfficialDocumentKind kind, String source, String reason, List<FieldError> errors,
			Locale locale) {
		ModelAndView page = new ModelAndView("officialdocument/template", "page",
				this.pages.refused(kind, new TemplatePages.Typed(source, reason, errors), locale));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private OfficialDocumentKind kind(String pack, String key) {
		return this.packs.all()
			.stream()
			.filter(one -> one.id().equals(pack))
			.findFirst()
			.flatMap(one -> this.kinds.find(one.release(), key))
			.orElseThrow(OfficialDocumentKindNotFound::new);
	}

	/** The text field of a form ends its lines in two characters. */
	private static String cut(String source) {
		String text = source.replace("\r\n", "\n");
		return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
	}

}
