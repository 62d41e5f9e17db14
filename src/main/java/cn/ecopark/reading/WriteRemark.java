package cn.ecopark.reading;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.dossier.DocumentRefusals.WrongDossier;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.HandInSteps;
import cn.ecopark.dossier.HandInSteps.HandInStep;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;
import cn.ecopark.reading.RemarkRefusals.EmptyRemark;
import cn.ecopark.reading.RemarkRefusals.NoSuchPlace;
import cn.ecopark.reading.RemarkRefusals.NotYourAudience;
import cn.ecopark.reading.RemarkRefusals.NotYourRemark;
import cn.ecopark.reading.RemarkRefusals.RemarkNotFound;
import cn.ecopark.reading.RemarkRefusals.RemarkTooLong;

/**
 * Writes a remark at a passage of a document, within an open task; until that is done its
 * author can change and remove it.
 */
@Component
public class WriteRemark {

	private static final int LONGEST = 2000;

	private static final int MOST_PLACES = 200;

	private final Documents documents;

	private final HandInSteps steps;

	private final JdbcRemarks remarks;

	private final DocumentTexts texts;

	private final CaseTime time;

	private final Units units;

	private final Audit audit;

	WriteRemark(Documents documents, HandInSteps steps, JdbcRemarks remarks, DocumentTexts texts, CaseTime time,
			Units units, Audit audit) {
		this.documents = documents;
		this.steps = steps;
		this.remarks = remarks;
		this.texts = texts;
		this.time = time;
		this.units = units;
		this.audit = audit;
	}

	/**
	 * A remark as it is written.
	 *
	 * @param places rectangles of the passage, at least one
	 * @param quote the words of the passage; empty where a mere place is meant
	 */
	public record NewRemark(int page, List<Place> places, String quote, String text, Audience audience) {

		public NewRemark {
			places = List.copyOf(places);
			quote = quote.strip();
			text = text.strip();
		}

	}

	/**
	 * @return its id
	 * @throws cn.ecopark.shared.Refusal if the document or the task is not the actor's,
	 * or the remark is not fit to be kept; see {@link RemarkRefusals}
	 */
	@Transactional
	public long write(long versionId, NewRemark written, long workItemId, Actor actor) {
		DocumentVersion document = this.documents.get(versionId, actor);
		HandInStep step = this.steps.lockOpen(workItemId, actor);
		if (!step.dossierId().equals(document.dossierId())) {
			throw new WrongDossier();
		}
		requireFit(written.text(), written.audience(), actor);
		requirePlace(document, written);
		Remark.Author author = new Remark.Author(actor.personId(), actor.name(), actor.unitId(),
				this.units.shortNameOn(actor.unitId(), this.time.today()));
		long id = this.remarks.add(document, written, author, workItemId, this.time.now());
		this.audit.record(step.subject(), "remark.written",
				Map.of("remark", id, "version", document.id(), "kind", document.kind(), "page", written.page(), "quote",
						written.quote(), "text", written.text(), "audience", written.audience().name()));
		return id;
	}

	/**
	 * @throws cn.ecopark.shared.Refusal if it is not the actor's, or the task in which it
	 * was written is done
	 */
	@Transactional
	public void change(long id, String text, Audience audience, Actor actor) {
		JdbcRemarks.Kept kept = own(id, actor);
		HandInStep step = this.steps.lockOpen(kept.workItemId(), actor);
		requireFit(text.strip(), audience, actor);
		this.remarks.change(id, text.strip(), audience, this.time.now());
		this.audit.record(step.subject(), "remark.changed",
				Map.of("remark", id, "text", text.strip(), "audience", audience.name()));
	}

	/**
	 * @throws cn.ecopark.shared.Refusal if it is not the actor's, or the task in which it
	 * was written is done
	 */
	@Transactional
	public void remove(long id, Actor actor) {
		JdbcRemarks.Kept kept = own(id, actor);
		HandInStep step = this.steps.lockOpen(kept.workItemId(), actor);
		this.remarks.remove(id, this.time.now());
		this.audit.record(step.subject(), "remark.removed",
				Map.of("remark", id, "version", kept.versionId(), "number", kept.number()));
	}

	private JdbcRemarks.Kept own(long id, Actor actor) {
		JdbcRemarks.Kept kept = this.remarks.find(id).orElseThrow(RemarkNotFound::new);
		this.documents.get(kept.versionId(), actor);
		if (kept.authorId() != actor.personId()) {
			throw new NotYourRemark();
		}
		return kept;
	}

	private static void requireFit(String text, Audience audience, Actor actor) {
		if (text.isEmpty()) {
			throw new EmptyRemark();
		}
		if (text.length() > LONGEST) {
			throw new RemarkTooLong(LONGEST);
		}
		if (!Remarks.audiencesFor(actor).contains(audience)) {
			throw new NotYourAudience();
		}
	}

	private void requirePlace(DocumentVersion document, NewRemark written) {
		if (written.quote().length() > LONGEST) {
			throw new RemarkTooLong(LONGEST);
		}
		Integer pages = this.texts.state(document.sha256()).map(ReadingState::pages).orElse(null);
		if (written.page() < 1 || pages != null && written.page() > pages || written.places().isEmpty()
				|| written.places().size() > MOST_PLACES || !written.places().stream().allMatch(Place::isOnPage)) {
			throw new NoSuchPlace();
		}
	}

}
