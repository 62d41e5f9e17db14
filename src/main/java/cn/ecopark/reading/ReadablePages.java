package cn.ecopark.reading;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.Documents;
import cn.ecopark.organisation.Actor;

/** The text of documents, for whoever may open them. */
@Component
public class ReadablePages {

	private final Documents documents;

	private final DocumentTexts texts;

	ReadablePages(Documents documents, DocumentTexts texts) {
		this.documents = documents;
		this.texts = texts;
	}

	/**
	 * @return the text of the pages read so far, in order
	 * @throws cn.ecopark.shared.Refusal when the reader may not open that version
	 */
	public List<String> of(long versionId, Actor reader) {
		return this.texts.pages(this.documents.get(versionId, reader).sha256()).stream().map(PageText::text).toList();
	}

}
