package cn.ecopark.officialdocument;

import org.springframework.stereotype.Component;

import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.dossier.EnterDocument;
import cn.ecopark.organisation.Audience;

/**
 * Keeps a PDF that the system has made, and lays it into the file of its case or batch.
 */
@Component
class LayIntoFile {

	private final ContentStore contents;

	private final EnterDocument enter;

	private final Rehearsal rehearsal;

	LayIntoFile(ContentStore contents, EnterDocument enter, Rehearsal rehearsal) {
		this.rehearsal = rehearsal;
		this.contents = contents;
		this.enter = enter;
	}

	/**
	 * @param version id under which it lies in the file
	 */
	record Laid(Content content, long version) {
	}

	/**
	 * @param kind under which the file keeps it
	 */
	Laid lay(byte[] pdf, String title, String kind, Audience audience, IssueOrder.Place place) {
		this.rehearsal.shows(title, pdf);
		Content content = this.contents.keep(pdf);
		return new Laid(content, this.enter.enter(new EnterDocument.Made(place.dossierId(), kind, title + ".pdf",
				content, audience, place.unitId(), place.workItemId(), place.subject())));
	}

}
