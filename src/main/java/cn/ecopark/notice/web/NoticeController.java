package cn.ecopark.notice.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.ecopark.dossier.web.DocumentResponses;
import cn.ecopark.notice.NoticeView;
import cn.ecopark.notice.PublicNotices;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.shared.Cursor;

/** Public notices: whoever likes may read them. */
@Controller
@RequestMapping("/notices")
class NoticeController {

	private final NoticePages pages;

	private final NoticeView view;

	private final DocumentResponses responses;

	private final CurrentActor current;

	NoticeController(NoticePages pages, NoticeView view, DocumentResponses responses, CurrentActor current) {
		this.pages = pages;
		this.view = view;
		this.responses = responses;
		this.current = current;
	}

	@GetMapping
	ModelAndView list(@RequestParam(name = "q", defaultValue = "") String query,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(required = false) @Nullable String before) {
		return new ModelAndView("notice/list", "page",
				this.pages.list(query, Cursor.of(after, before, PublicNotices.DayKey::parse)));
	}

	@GetMapping("/{id}")
	ModelAndView notice(@PathVariable String id) {
		return new ModelAndView("notice/notice", "page", this.pages.page(id, this.current.find().orElse(null)));
	}

	@GetMapping("/{id}/sheets/{caseId}")
	ResponseEntity<Resource> sheet(@PathVariable String id, @PathVariable String caseId,
			@RequestParam(required = false) @Nullable String download) {
		return this.responses.of(this.view.publishedSheet(id, caseId), download != null);
	}

}
