package cn.ecopark.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.DossierAccess;
import cn.ecopark.organisation.Actor;

/**
 * Finds phrases in the documents of a dossier, as far as the reader may open them. The
 * index finds the pages that hold the pairs of characters of the phrase, the text tells
 * whether it stands there.
 */
@Component
public class DossierSearch {

	private static final int MOST_PAGES = 400;

	private static final String FIND = """
			SELECT sha256, number, text FROM document_page
			 WHERE sha256 IN (:digests) AND bigrams @@ CAST(:grams AS tsquery) AND strpos(folded(normal), :piece) > 0
			 ORDER BY sha256, number LIMIT :most
			""";

	private final JdbcClient jdbc;

	private final Documents documents;

	private final DocumentTexts texts;

	private final List<DossierAccess> dossiers;

	DossierSearch(JdbcClient jdbc, Documents documents, DocumentTexts texts, List<DossierAccess> dossiers) {
		this.jdbc = jdbc;
		this.documents = documents;
		this.texts = texts;
		this.dossiers = dossiers;
	}

	/** The hits in one document, by page. */
	public record Found(DocumentVersion document, List<Hit> hits) {

		public int count() {
			return this.hits.stream().mapToInt(Hit::count).sum();
		}

	}

	/**
	 * What a search brings.
	 *
	 * @param documents those with most hits first; older versions of the same kind behind
	 * @param searched documents whose text was looked through
	 * @param unread documents whose text is not, or not wholly, there yet
	 */
	public record Result(List<Found> documents, int searched, int unread) {

		public int count() {
			return this.documents.stream().mapToInt(Found::count).sum();
		}

	}

	/**
	 * @throws NotYourCase when the reader may see nothing of that dossier
	 */
	public Result inDossier(String dossierId, String query, Actor reader) {
		List<DocumentVersion> documents = this.documents.versions(dossierId, reader);
		if (documents.isEmpty() && this.dossiers.stream()
			.noneMatch(access -> access.knows(dossierId) && access.mayRead(reader, dossierId))) {
			throw new NotYourCase();
		}
		Map<String, DocumentVersion> byDigest = new LinkedHashMap<>();
		documents.forEach(document -> byDigest.putIfAbsent(document.sha256(), document));
		return in(byDigest, query);
	}

	/**
	 * @throws cn.ecopark.shared.Refusal when the reader may not open that version
	 */
	public Result inDocument(long versionId, String query, Actor reader) {
		DocumentVersion document = this.documents.get(versionId, reader);
		return in(Map.of(document.sha256(), document), query);
	}

	private Result in(Map<String, DocumentVersion> documents, String query) {
		Map<String, ReadingState> states = this.texts.states(documents.keySet());
		int unread = (int) states.values().stream().filter(state -> !state.isRead()).count();
		Phrase phrase = Phrase.of(query);
		if (phrase.isEmpty() || documents.isEmpty()) {
			return new Result(List.of(), states.size(), unread);
		}
		List<Found> found = new ArrayList<>();
		pages(documents.keySet(), phrase).forEach((digest, pages) -> {
			List<Hit> hits = pages.stream().map(phrase::on).filter(hit -> hit.count() > 0).toList();
			DocumentVersion document = documents.get(digest);
			if (document != null && !hits.isEmpty()) {
				found.add(new Found(document, hits));
			}
		});
		return new Result(ranked(found, documents.values()), states.size(), unread);
	}

	private Map<String, List<PageText>> pages(Collection<String> digests, Phrase phrase) {
		record Page(String digest, PageText text) {
		}
		String longest = phrase.pieces().stream().max(Comparator.comparingInt(String::length)).orElseThrow();
		return this.jdbc.sql(FIND)
			.param("digests", digests)
			.param("grams", phrase.pieces().stream().map(Bigrams::query).collect(Collectors.joining(" & ")))
			.param("piece", longest)
			.param("most", MOST_PAGES)
			.query((row, number) -> new Page(row.getString("sha256"),
					new PageText(row.getInt("number"), row.getString("text"))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Page::digest, Collectors.mapping(Page::text, Collectors.toList())));
	}

	private static List<Found> ranked(List<Found> found, Collection<DocumentVersion> documents) {
		Map<String, Integer> newest = documents.stream()
			.collect(Collectors.toMap(DocumentVersion::kind, DocumentVersion::number, Math::max));
		return found.stream()
			.sorted(Comparator.<Found, Boolean>comparing(one -> !isNewest(one.document(), newest))
				.thenComparing(Found::count, Comparator.reverseOrder())
				.thenComparing(one -> one.document().id()))
			.toList();
	}

	private static boolean isNewest(DocumentVersion document, Map<String, Integer> newest) {
		return Integer.valueOf(document.number()).equals(newest.get(document.kind()));
	}

}
