package cn.ecopark.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.audit.AuditExport;
import cn.ecopark.audit.AuditExport.Exported;
import cn.ecopark.audit.AuditExport.Format;
import cn.ecopark.audit.AuditQuery;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.FieldError;

/** The auditor's pages. Whoever is none is kept out by the rules of paths. */
@Controller
@RequestMapping("/audit")
class AuditController {

	private final AuditPages pages;

	private final AuditExport export;

	private final Texts texts;

	AuditController(AuditPages pages, AuditExport export, Texts texts) {
		this.pages = pages;
		this.export = export;
		this.texts = texts;
	}

	@GetMapping
	ModelAndView search(@ModelAttribute AuditForm form, @RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Locale locale) {
		List<FieldError> errors = new ArrayList<>();
		AuditQuery query = form.query(errors, this.texts, locale);
		ModelAndView view = new ModelAndView("audit/search", "page",
				this.pages.search(form, query, after, before, errors, locale));
		view.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	@GetMapping("/sign-ins")
	ModelAndView signIns(@ModelAttribute AuditForm form, @RequestParam(defaultValue = "") String result,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Locale locale) {
		return new ModelAndView("audit/sign-ins", "page", this.pages.signIns(result, form, after, before, locale));
	}

	@GetMapping("/subject")
	ModelAndView chain(@RequestParam(name = "id", defaultValue = "") String id,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before, Locale locale) {
		return new ModelAndView("audit/chain", "page", this.pages.chain(id.replace("\u0000", ""), after, before, locale)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	/** Taking entries out is recorded, therefore a post. */
	@PostMapping("/export")
	Object export(@ModelAttribute AuditForm form, @RequestParam(defaultValue = "") String format, Locale locale) {
		List<FieldError> errors = new ArrayList<>();
		AuditQuery query = form.query(errors, this.texts, locale);
		if (errors.isEmpty()) {
			try {
				return file(this.export.export(query, format.equals("json") ? Format.JSON : Format.CSV));
			}
			catch (AuditExport.TooMany refused) {
				errors.add(complaint(refused, locale));
			}
		}
		ModelAndView view = new ModelAndView("audit/search", "page",
				this.pages.search(form, query, null, null, errors, locale));
		view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		return view;
	}

	private FieldError complaint(Refusal refused, Locale locale) {
		return new FieldError("from", this.texts.in(locale, refused.wordsKey(), refused.arguments()));
	}

	private static ResponseEntity<byte[]> file(Exported exported) {
		String name = "audit-" + exported.digest().substring(0, 12) + ".zip";
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(exported.zip());
	}

}
