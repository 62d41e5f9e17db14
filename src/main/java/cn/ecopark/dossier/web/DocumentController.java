package cn.ecopark.dossier.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.HandInDocument;
import cn.ecopark.dossier.HandInDocument.Incoming;
import cn.ecopark.dossier.HandInSteps;
import cn.ecopark.dossier.HandInSteps.HandInStep;
import cn.ecopark.dossier.ReceiveUpload;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.FormToken;
import cn.ecopark.web.view.DocumentList;

/** Documents are handed in and read here. */
@Controller
class DocumentController {

	private final HandInDocument handInDocument;

	private final Documents documents;

	private final DocumentResponses contents;

	private final HandInSteps steps;

	private final DocumentViews views;

	private final ReceiveUpload uploads;

	private final RulePacks packs;

	private final CurrentActor current;

	DocumentController(HandInDocument handInDocument, Documents documents, DocumentResponses contents,
			HandInSteps steps, DocumentViews views, ReceiveUpload uploads, RulePacks packs, CurrentActor current) {
		this.handInDocument = handInDocument;
		this.documents = documents;
		this.contents = contents;
		this.steps = steps;
		this.views = views;
		this.uploads = uploads;
		this.packs = packs;
		this.current = current;
	}

	@PostMapping("/documents")
	ModelAndView handIn(@RequestParam MultipartFile file, @RequestParam String kind, @RequestParam String subject,
			@RequestParam long task, @RequestParam(defaultValue = "") String submission,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String part, Locale locale)
			throws IOException {
		Actor actor = this.current.get();
		String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
		String token = FormToken.of(submission);
		try (InputStream bytes = file.getInputStream()) {
			this.handInDocument.handIn(new Incoming(subject, kind, name, task, token), bytes, actor);
		}
		return part == null ? backTo(task) : list(task, actor, locale);
	}

	private static ModelAndView backTo(long task) {
		RedirectView view = new RedirectView("/tasks/" + task, true);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		return new ModelAndView(view);
	}

	private ModelAndView list(long task, Actor actor, Locale locale) {
		HandInStep step = this.steps.requireOpen(task, actor);
		DocumentViews.Step shown = new DocumentViews.Step(task, step.required(), step.optional(), true,
				UUID.randomUUID().toString());
		return new ModelAndView("fragments/documents :: handedIn(documents=${documents})", "documents",
				this.views.of(step.dossierId(), actor, shown, this.packs.get(step.release()), locale));
	}

	/** The list as it is now, for whoever may hand in documents with that task. */
	@GetMapping(path = "/documents", params = "task")
	ModelAndView list(@RequestParam long task, Locale locale) {
		Actor actor = this.current.get();
		return list(task, actor, locale);
	}

	/**
	 * @param checking ids of the files that were being checked when the list was drawn
	 * @return nothing while they still are
	 */
	@GetMapping(path = "/documents/checking")
	ModelAndView list(@RequestParam long task, @RequestParam String checking, HttpServletResponse response,
			Locale locale) {
		ModelAndView list = list(task, locale);
		if (list.getModel().get("documents") instanceof DocumentList now && now.checking().equals(checking)) {
			response.setStatus(HttpStatus.NO_CONTENT.value());
			return new ModelAndView((view, request, answer) -> {
			});
		}
		return list;
	}

	/** Takes a refused document off the list. */
	@PostMapping("/documents/{id}/drop")
	ModelAndView drop(@PathVariable long id, @RequestParam long task,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String part, Locale locale) {
		this.documents.dropRefused(id, this.current.get());
		return part == null ? backTo(task) : list(task, this.current.get(), locale);
	}

	/** Forgets an upload that was not finished. */
	@PostMapping(UploadController.PATH + "/{id}/discard")
	ModelAndView discard(@PathVariable UUID id, @RequestParam long task,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String part, Locale locale) {
		this.uploads.discard(id, this.current.get());
		return part == null ? backTo(task) : list(task, this.current.get(), locale);
	}

	@GetMapping("/documents/{id}")
	ResponseEntity<Resource> show(@PathVariable long id) {
		return this.contents.of(this.documents.get(id, this.current.get()), false);
	}

	@GetMapping(path = "/documents/{id}", params = "download")
	ResponseEntity<Resource> download(@PathVariable long id) {
		return this.contents.of(this.documents.get(id, this.current.get()), true);
	}

}
