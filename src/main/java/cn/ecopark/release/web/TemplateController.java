package cn.ecopark.release.web;

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
import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialDocumentKinds;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.release.EditPack;
import cn.ecopark.release.Release;
import cn.ecopark.release.ReleaseRefusals.FileChanged;
import cn.ecopark.release.ReleaseRefusals.ReleaseNotFound;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SameRelease;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.Refusal;
import cn.ecopark.typesetting.manuscript.Template;
import cn.ecopark.typesetting.manuscript.TemplateFault;
import cn.ecopark.web.view.FieldError;

/**
 * The system administrator edits the templates of official documents and sees what they
 * make. What is saved is the next release of the pack, which two persons bring into
 * force.
 */
@Controller
@RequestMapping("/admin/papers")
class TemplateController {

	/** Far more than any document needs. */
	private static final int LONGEST = 40_000;

	private static final int LONGEST_REASON = 200;

	private final OfficialDocumentKinds kinds;

	private final EditPack editPack;

	private final TemplatePages pages;

	private final TemplateWords words;

	private final TemplatePreview preview;

	private final CurrentActor current;

	TemplateController(OfficialDocumentKinds kinds, EditPack editPack, TemplatePages pages, TemplateWords words,
			TemplatePreview preview, CurrentActor current) {
		this.kinds = kinds;
		this.editPack = editPack;
		this.pages = pages;
		this.words = words;
		this.preview = preview;
		this.current = current;
	}

	@GetMapping
	ModelAndView list(Locale locale) {
		return new ModelAndView("release/templates", "page", this.pages.list(locale));
	}

	@GetMapping("/{pack}/{key}")
	ModelAndView show(@PathVariable String pack, @PathVariable String key,
			@RequestParam(required = false) @Nullable String version, Locale locale) {
		return new ModelAndView("release/template", "page", this.pages.show(kind(pack, key), version, locale));
	}

	/**
	 * @param base the release whose text was changed
	 */
	@PostMapping("/{pack}/{key}")
	ModelAndView save(@PathVariable String pack, @PathVariable String key, @RequestParam String base,
			@RequestParam String source, @RequestParam String reason, Locale locale, RedirectAttributes redirect) {
		OfficialDocumentKind kind = kind(pack, key);
		String text = cut(source, LONGEST);
		List<TemplateFault> faults = Template.of(text).faults(kind.facts());
		if (!faults.isEmpty()) {
			return refused(kind, source, reason, this.words.errors(faults, locale), locale);
		}
		try {
			Release made = this.editPack.change(seen(pack, base), kind.template(), text, cut(reason, LONGEST_REASON),
					this.current.get());
			redirect.addFlashAttribute("notice",
					this.words.text("release.template.saved", locale, made.id().toString()));
			return new ModelAndView("redirect:" + ReleasePages.url(made.id()));
		}
		catch (ReleaseReasonMissing missing) {
			return refused(kind, source, reason, List.of(error("reason", missing, locale)), locale);
		}
		catch (FileChanged | SameRelease refusal) {
			return refused(kind, source, reason, List.of(error("source", refusal, locale)), locale);
		}
	}

	private FieldError error(String field, Refusal refusal, Locale locale) {
		return new FieldError(field, this.words.text(refusal.wordsKey(), locale, refusal.arguments()));
	}

	private static ReleaseId seen(String pack, String written) {
		try {
			ReleaseId seen = ReleaseId.of(written);
			if (seen.pack().equals(pack)) {
				return seen;
			}
		}
		catch (IllegalArgumentException none) {
			throw new ReleaseNotFound();
		}
		throw new ReleaseNotFound();
	}

	/** Without the script the document is shown in a page of its own. */
	@PostMapping("/{pack}/{key}/preview")
	Object preview(@PathVariable String pack, @PathVariable String key, @RequestParam String source,
			@RequestParam(defaultValue = "") String reason, Locale locale) {
		OfficialDocumentKind kind = kind(pack, key);
		try {
			return pdf(this.preview.pdf(kind, cut(source, LONGEST)));
		}
		catch (TemplateFaulty faulty) {
			return refused(kind, source, reason, this.words.errors(faulty.faults(), locale), locale);
		}
	}

	@PostMapping(path = "/{pack}/{key}/preview", headers = "X-Preview")
	ResponseEntity<?> previewBeside(@PathVariable String pack, @PathVariable String key, @RequestParam String source,
			Locale locale) {
		try {
			return pdf(this.preview.pdf(kind(pack, key), cut(source, LONGEST)));
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
		ModelAndView page = new ModelAndView("release/template", "page",
				this.pages.refused(kind, new TemplatePages.Typed(source, reason, errors), locale));
		page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return page;
	}

	private OfficialDocumentKind kind(String pack, String key) {
		try {
			return this.kinds.find(this.editPack.base(pack).id(), key).orElseThrow(OfficialDocumentKindNotFound::new);
		}
		catch (ReleaseNotFound none) {
			throw new OfficialDocumentKindNotFound();
		}
	}

	/** The text field of a form ends its lines in two characters. */
	private static String cut(String typed, int longest) {
		String text = typed.replace("\r\n", "\n");
		return text.length() > longest ? text.substring(0, longest) : text;
	}

}
