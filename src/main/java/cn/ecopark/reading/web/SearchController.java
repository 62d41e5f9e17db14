package cn.ecopark.reading.web;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.reading.DossierSearch;
import cn.ecopark.reading.Hit;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The search through the documents of a dossier. */
@Controller
class SearchController {

	private final DossierSearch search;

	private final Cases cases;

	private final CaseAccess access;

	private final ReadingWords words;

	private final CurrentActor current;

	SearchController(DossierSearch search, Cases cases, CaseAccess access, ReadingWords words, CurrentActor current) {
		this.search = search;
		this.cases = cases;
		this.access = access;
		this.words = words;
		this.current = current;
	}

	/** A document with its hits. */
	record DocumentHits(String title, String url, int count, List<PageHit> pages) {
	}

	/**
	 * A page with its hits; the address opens the viewer there, with the words marked.
	 */
	record PageHit(int page, int count, String url, List<Hit.Part> snippet) {
	}

	/** What the page shows. */
	record Page(String dossier, String query, String heading, String back, int count, int searched, int unread,
			List<DocumentHits> documents) {
	}

	@GetMapping("/documents/search")
	String search(@RequestParam String dossier, @RequestParam(defaultValue = "") String q, Model model, Locale locale) {
		Actor reader = this.current.get();
		this.cases.find(dossier).ifPresent(found -> this.access.read(reader, found.id()));
		DossierSearch.Result result = this.search.inDossier(dossier, q, reader);
		EcoCase ecoCase = this.cases.find(dossier).orElse(null);
		String query = q.strip();
		model.addAttribute("page", new Page(dossier, query, ecoCase == null ? "" : ecoCase.park().name(),
				ecoCase == null ? "" : "/cases/" + ecoCase.id(), result.count(), result.searched(), result.unread(),
				result.documents().stream().map(found -> document(found, query, locale)).toList()));
		return "reading/search";
	}

	private DocumentHits document(DossierSearch.Found found, String query, Locale locale) {
		DocumentVersion document = found.document();
		String url = "/documents/" + document.id() + "/view";
		String find = "&find=" + UriUtils.encode(query, UTF_8);
		return new DocumentHits(
				this.words.text("reading.view.title", locale, this.words.label(document, locale), document.number()),
				url, found.count(),
				found.hits()
					.stream()
					.map(hit -> new PageHit(hit.page(), hit.count(), url + "#page=" + hit.page() + find, hit.snippet()))
					.toList());
	}

}
