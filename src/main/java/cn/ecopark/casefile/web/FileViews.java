package cn.ecopark.casefile.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseSignatures;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.dossier.web.DocumentViews;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.CorrectionLine;
import cn.ecopark.web.view.DocumentList;
import cn.ecopark.web.view.FileNote;
import cn.ecopark.web.view.FilledForm;
import cn.ecopark.web.view.OpinionLine;
import cn.ecopark.web.view.Party;
import cn.ecopark.web.view.TimelineEntry;

/**
 * The file of a case, batch or objection as its pages show it: documents, what was filled
 * in, sent back and said, timeline and parties.
 */
@Component
public class FileViews {

	private final DocumentViews documents;

	private final OpinionLines opinions;

	private final FilledForms forms;

	private final CorrectionViews corrections;

	private final TimelineViews timeline;

	private final PartyViews parties;

	private final GivenElsewhere elsewhere;

	private final RulePacks packs;

	FileViews(DocumentViews documents, OpinionLines opinions, FilledForms forms, CorrectionViews corrections,
			TimelineViews timeline, PartyViews parties, GivenElsewhere elsewhere, RulePacks packs) {
		this.documents = documents;
		this.opinions = opinions;
		this.forms = forms;
		this.corrections = corrections;
		this.timeline = timeline;
		this.parties = parties;
		this.elsewhere = elsewhere;
		this.packs = packs;
	}

	/** All of it; a page leaves out the tab of what is empty, except documents. */
	public record Material(DocumentList documents, List<FilledForm> forms, List<CorrectionLine> corrections,
			List<FileNote> notes, List<CaseSignatures.Signature> signatures, List<OpinionLine> opinions,
			List<TimelineEntry> timeline, List<Party> parties) {

		/** How many forms were filled in, each counted once. */
		public long newestForms() {
			return this.forms.stream().filter(FilledForm::newest).count();
		}

		/** How many answers of these forms are others than the time before. */
		public long changes() {
			return this.forms.stream().filter(FilledForm::newest).mapToLong(FilledForm::changes).sum();
		}

		public long answered() {
			return this.corrections.stream().filter(point -> point.answer() != null).count();
		}

	}

	/**
	 * @return what has happened in the case and what is still to come, the newest first
	 */
	public List<TimelineEntry> timeline(String caseId, Actor reader, Locale locale) {
		return this.timeline.of(caseId, reader, locale);
	}

	/**
	 * @param caseId the case whose points, timeline and parties are shown, and whose
	 * documents and opinions belong to an objection as well; none for a batch
	 */
	public Material material(String dossierId, @Nullable String caseId, Actor reader, DocumentViews.@Nullable Step step,
			ReleaseId release, Locale locale) {
		RulePack pack = this.packs.get(release);
		List<Opinion> readable = new ArrayList<>(this.opinions.readable(dossierId, reader));
		DocumentList documents = this.documents.of(dossierId, reader, step, pack, locale);
		String shown = caseId == null || caseId.equals(dossierId) || this.opinions.mayOpen(caseId, reader) ? caseId
				: null;
		if (shown != null && !shown.equals(dossierId)) {
			readable.addAll(this.opinions.readable(shown, reader));
			readable.sort(Comparator.comparing(Opinion::id).reversed());
			documents = documents.and(this.documents.of(shown, reader, null, pack, locale));
		}
		List<OpinionLine> lines = this.opinions.lines(readable, reader, pack, locale);
		return new Material(documents, this.forms.of(readable, reader, locale),
				shown == null ? List.of() : this.corrections.of(shown, reader, pack, locale),
				this.elsewhere.notes(dossierId, reader, locale), this.elsewhere.signatures(dossierId, reader, locale),
				and(lines, shown == null ? List.of() : this.opinions.takenBack(shown, reader, pack, locale)),
				shown == null ? List.of() : this.timeline.of(shown, reader, locale),
				shown == null ? List.of() : this.parties.of(shown, lines, pack, locale));
	}

	/** What was taken back stands behind what counts. */
	private static List<OpinionLine> and(List<OpinionLine> counting, List<OpinionLine> takenBack) {
		return Stream.concat(counting.stream(), takenBack.stream()).toList();
	}

}
