package cn.ecopark.casefile;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.SearchWords;

/**
 * What was issued or published about cases. Answered by each module that issues
 * something.
 */
public interface CaseOfficialDocuments {

	/**
	 * @return the documents that name the park of the case, as far as the reader may open
	 * them with their address
	 */
	List<Issued> of(String caseId, Actor reader);

	/**
	 * @return what all of them know
	 */
	static List<Issued> all(ObjectProvider<CaseOfficialDocuments> sources, String caseId, Actor reader) {
		return ReadOnce.list(CaseOfficialDocuments.class, "all", List.of(caseId, reader),
				() -> sources.orderedStream().flatMap(source -> source.of(caseId, reader).stream()).toList());
	}

	/**
	 * @return ids of cases named in documents in whose document number the words are
	 * found, as far as the reader may know of the document
	 */
	default List<String> casesNamedIn(SearchWords number, Actor reader) {
		return List.of();
	}

	/**
	 * One document.
	 *
	 * @param state key of a message: how it stands
	 * @param replacedBy number, or title, of the document that took its place; null where
	 * none did
	 * @param rightUrl where the reader may put it right; null where he may not
	 * @param url null where the reader may not open it
	 */
	record Issued(String title, @Nullable String number, LocalDate on, String state, Standing standing,
			@Nullable String replacedBy, @Nullable String rightUrl, @Nullable String url) {
	}

	/** Whether a document has an effect. */
	enum Standing {

		/** It holds. */
		HOLDS,
		/** It has an effect that ends, as a notice before the public. */
		RUNS,
		/** It holds no longer. */
		PUT_ASIDE

	}

}
