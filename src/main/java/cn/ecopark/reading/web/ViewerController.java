package cn.ecopark.reading.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.reading.DossierSearch;
import cn.ecopark.reading.Hit;
import cn.ecopark.reading.ReadablePages;

/** A document on a page of its own, and what its viewer asks for. */
@Controller
class ViewerController {

	private static final int MOST_AT_ONCE = 200;

	private final Documents documents;

	private final DocumentInfos infos;

	private final DossierSearch search;

	private final ReadablePages pages;

	private final CaseOfDocument cases;

	private final ReadingWords words;

	private final CurrentActor current;

	ViewerController(Documents documents, DocumentInfos infos, DossierSearch search, ReadablePages pages,
			CaseOfDocument cases, ReadingWords words, CurrentActor current) {
		this.documents = documents;
		this.infos = infos;
		this.search = search;
		this.pages = pages;
		this.cases = cases;
		this.words = words;
		this.current = current;
	}

	/** The hits in one document. */
	record Found(int count, boolean partly, List<Hit> hits) {
	}

	@GetMapping("/documents/{id}/view")
	String show(@PathVariable long id, Model model, Locale locale) {
		Actor reader = this.current.get();
		DocumentVersion document = this.documents.get(id, reader);
		model.addAttribute("document", document);
		model.addAttribute("title", this.words.label(document, locale));
		model.addAttribute("back", this.cases.address(document, reader));
		return "reading/view";
	}

	@GetMapping("/documents/{id}/paper")
	@ResponseBody
	DocumentInfo document(@PathVariable long id, Locale locale) {
		return this.infos.of(id, this.current.get(), locale);
	}

	@GetMapping("/documents/{id}/find")
	@ResponseBody
	Found find(@PathVariable long id, @RequestParam(defaultValue = "") String q) {
		DossierSearch.Result result = this.search.inDocument(id, q, this.current.get());
		return new Found(result.count(), result.unread() > 0,
				result.documents().stream().flatMap(found -> found.hits().stream()).toList());
	}

	@GetMapping("/documents/{id}/text")
	@ResponseBody
	List<String> text(@PathVariable long id) {
		return this.pages.of(id, this.current.get());
	}

	@GetMapping("/documents/reading")
	@ResponseBody
	List<DocumentInfo.Reading> readings(@RequestParam List<Long> id, Locale locale) {
		Actor reader = this.current.get();
		return this.infos.readings(id.subList(0, Math.min(MOST_AT_ONCE, id.size())), reader, locale);
	}

}
