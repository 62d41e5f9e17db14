package cn.ecopark.correction;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.DeskNotes;

/** A body that issued a document is told on its desk that it is asked to put it right. */
@Component
class AskedToAgree implements DeskNotes {

	private final Corrections corrections;

	private final OfficialDocuments documents;

	private final Texts texts;

	AskedToAgree(Corrections corrections, OfficialDocuments documents, Texts texts) {
		this.corrections = corrections;
		this.documents = documents;
		this.texts = texts;
	}

	@Override
	public List<Note> of(Actor reader, Locale locale) {
		if (!reader.worksOnCases()) {
			return List.of();
		}
		return this.corrections.waitingFor(reader.unitId())
			.stream()
			.flatMap(asked -> note(asked, locale).stream())
			.toList();
	}

	private Optional<Note> note(DocumentCorrection asked, Locale locale) {
		return this.documents.byCode(asked.code())
			.map(document -> new Note(this.texts.in(locale, "correction.asked." + asked.act(), name(document)),
					"/papers/" + document.code().text()));
	}

	private static String name(OfficialDocument document) {
		return document.number() == null ? document.title() : document.number().text();
	}

}
