package cn.ecopark.casefile.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;

/**
 * Numbers of documents that hold no longer, with what has become of them: what was said
 * of a case while they held still names them.
 */
@Component
class MarkedNumbers {

	private final ObjectProvider<CaseOfficialDocuments> sources;

	private final Texts texts;

	MarkedNumbers(ObjectProvider<CaseOfficialDocuments> sources, Texts texts) {
		this.sources = sources;
		this.texts = texts;
	}

	/**
	 * @return by number, how it is written from now on
	 */
	Map<String, String> of(String caseId, Actor reader, Locale locale) {
		Map<String, String> marked = new LinkedHashMap<>();
		CaseOfficialDocuments.all(this.sources, caseId, reader)
			.stream()
			.filter(document -> document.standing() == CaseOfficialDocuments.Standing.PUT_ASIDE)
			.forEach(document -> mark(document, marked, locale));
		return marked;
	}

	private void mark(CaseOfficialDocuments.Issued document, Map<String, String> marked, Locale locale) {
		String number = document.number();
		if (number != null) {
			marked.put(number,
					document.replacedBy() == null ? this.texts.in(locale, "casefile.paper.number-void", number)
							: this.texts.in(locale, "casefile.paper.number-superseded", number, document.replacedBy()));
		}
	}

}
