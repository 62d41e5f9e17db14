package cn.ecopark.reading.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;

/** The way back from a document to its case. */
@Component
class CaseOfDocument {

	private final Cases cases;

	private final Documents documents;

	CaseOfDocument(Cases cases, Documents documents) {
		this.cases = cases;
		this.documents = documents;
	}

	/**
	 * @return address of the page of the case; null where the document is of none, or of
	 * one that the reader may not read
	 */
	@Nullable String address(DocumentVersion document, Actor reader) {
		return this.cases.find(document.dossierId())
			.filter(found -> this.documents.mayReadAll(found.id(), reader))
			.map(found -> "/cases/" + found.id())
			.orElse(null);
	}

}
