package cn.ecopark.studio.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.studio.Draft;
import cn.ecopark.studio.DraftDiagrams;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.EditDraft;

/** System administrators draw the diagrams of a draft. */
@Controller
@RequestMapping("/admin/studio/{draft}/diagrams/{file}")
class DrawingController {

	private final Drafts drafts;

	private final DraftDiagrams diagrams;

	private final EditDraft edit;

	private final DrawingPages pages;

	private final CurrentActor current;

	DrawingController(Drafts drafts, DraftDiagrams diagrams, EditDraft edit, DrawingPages pages, CurrentActor current) {
		this.drafts = drafts;
		this.diagrams = diagrams;
		this.edit = edit;
		this.pages = pages;
		this.current = current;
	}

	@GetMapping
	ModelAndView show(@PathVariable UUID draft, @PathVariable String file, Locale locale) {
		return new ModelAndView("studio/drawing", "page",
				this.pages.page(this.drafts.get(draft), file, this.current.get(), locale));
	}

	@GetMapping(path = "/drawing", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	DrawingPage.Drawing drawing(@PathVariable UUID draft, @PathVariable String file, Locale locale) {
		return this.pages.drawing(this.drafts.get(draft), file, locale);
	}

	/** Takes the diagram in hand, or says that somebody still draws it. */
	@PostMapping("/hold")
	ResponseEntity<Void> hold(@PathVariable UUID draft, @PathVariable String file) {
		String path = this.diagrams.path(this.drafts.get(draft), file);
		this.edit.take(draft, path, this.current.get());
		return ResponseEntity.noContent().build();
	}

	/**
	 * @param seen step that the drawing was made to
	 * @param body the drawing as BPMN
	 */
	@PostMapping(consumes = MediaType.APPLICATION_XML_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	DrawingPage.Drawing save(@PathVariable UUID draft, @PathVariable String file, @RequestParam int seen,
			InputStream body, Locale locale) throws IOException {
		Draft open = this.drafts.get(draft);
		// One more byte than is taken tells that it is too large; no more are read.
		byte[] drawn = body.readNBytes(DraftDiagrams.LARGEST + 1);
		return this.pages.saved(open, file, this.diagrams.save(open, file, seen, drawn, this.current.get()), locale);
	}

}
