package cn.ecopark.casefile.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.dossier.web.DocumentViews;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.DocumentList;
import cn.ecopark.web.view.OpinionLine;
import cn.ecopark.web.view.Party;
import cn.ecopark.web.view.TimelineEntry;

/**
 * The file of a case, batch or objection as its pages show it: documents, opinions,
 * timeline and parties.
 */
@Component
public class FileViews {

	private final DocumentViews documents;

	private final Opinions opinions;

	private final CaseAccess access;

	private final TimelineViews timeline;

	private final PartyViews parties;

	private final RulePacks packs;

	private final CaseWords words;

	private final Texts texts;

	FileViews(DocumentViews documents, Opinions opinions, CaseAccess access, TimelineViews timeline, PartyViews parties,
			RulePacks packs, CaseWords words, Texts texts) {
		this.documents = documents;
		this.opinions = opinions;
		this.access = access;
		this.timeline = timeline;
		this.parties = parties;
		this.packs = packs;
		this.words = words;
		this.texts = texts;
	}

	/** All of it; a page leaves out the tab of what is empty, except documents. */
	public record Material(DocumentList documents, List<OpinionLine> opinions, List<TimelineEntry> timeline,
			List<Party> parties) {
	}

	/**
	 * @param caseId the case whose timeline and parties are shown; none for a batch
	 */
	public Material material(String dossierId, @Nullable String caseId, Actor reader, DocumentViews.@Nullable Step step,
			ReleaseId release, Locale locale) {
		RulePack pack = this.packs.get(release);
		List<OpinionLine> readable = opinions(dossierId, reader, pack, locale);
		return new Material(this.documents.of(dossierId, reader, step, pack, locale), readable,
				caseId == null ? List.of() : this.timeline.of(caseId, reader, locale),
				caseId == null ? List.of() : this.parties.of(caseId, readable, pack, locale));
	}

	private List<OpinionLine> opinions(String dossierId, Actor reader, RulePack pack, Locale locale) {
		return this.opinions.of(dossierId)
			.stream()
			.filter(opinion -> this.access.mayRead(reader, opinion))
			.map(opinion -> line(opinion, pack, locale))
			.toList();
	}

	private OpinionLine line(Opinion opinion, RulePack pack, Locale locale) {
		return new OpinionLine(opinion.author().unitName(), opinion.author().personName(), opinion.step().name(),
				this.words.outcome(opinion.outcome(), pack, locale),
				LocalDateTime.ofInstant(opinion.at(), CaseTime.ZONE), opinion.text(),
				this.texts.in(locale, "casefile.audience." + opinion.audience().name()));
	}

}
