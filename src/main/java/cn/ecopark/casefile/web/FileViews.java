package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.Documents.PaperVersion;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.Documents;
import cn.ecopark.web.view.Documents.Group;
import cn.ecopark.web.view.Documents.Line;
import cn.ecopark.web.view.Documents.Uploads;
import cn.ecopark.web.view.Documents.Version;
import cn.ecopark.web.view.OpinionLine;
import cn.ecopark.web.view.Party;
import cn.ecopark.web.view.TimelineEntry;

/**
 * The file of a case, batch or objection as its pages show it: papers, opinions, timeline
 * and parties.
 */
@Component
public class FileViews {

	private final cn.ecopark.casefile.Documents documents;

	private final Opinions opinions;

	private final CaseAccess access;

	private final Views views;

	private final Naming naming;

	FileViews(cn.ecopark.casefile.Documents documents, Opinions opinions, CaseAccess access, Views views,
			Naming naming) {
		this.documents = documents;
		this.opinions = opinions;
		this.access = access;
		this.views = views;
		this.naming = naming;
	}

	/** What only cases have. */
	@Component
	record Views(TimelineViews timeline, PartyViews parties) {
	}

	/** Where words come from. */
	@Component
	record Naming(RulePacks packs, CaseWords words) {
	}

	/**
	 * The step a page is shown for.
	 *
	 * @param required papers the step asks for, {@code a|b} for one of two
	 * @param open whether papers may be handed in
	 */
	public record Step(long itemId, List<String> required, List<String> optional, boolean open, String submission) {
	}

	/** All of it. */
	public record Material(Documents documents, List<OpinionLine> opinions, List<TimelineEntry> timeline,
			List<Party> parties) {
	}

	/**
	 * @param caseId the case whose timeline and parties are shown; none for a batch
	 */
	public Material material(String dossierId, @Nullable String caseId, Actor reader, @Nullable Step step,
			String packId, Locale locale) {
		RulePack pack = this.naming.packs().get(packId);
		List<OpinionLine> readable = opinions(dossierId, reader, pack, locale);
		return new Material(documents(dossierId, reader, step, pack, locale), readable,
				caseId == null ? List.of() : this.views.timeline().of(caseId, reader, locale),
				caseId == null ? List.of() : this.views.parties().of(caseId, readable, pack, locale));
	}

	private Documents documents(String dossierId, Actor reader, @Nullable Step step, RulePack pack, Locale locale) {
		Map<String, List<Version>> byKind = new LinkedHashMap<>();
		for (PaperVersion paper : this.documents.versions(dossierId, reader)) {
			byKind.computeIfAbsent(paper.kind(), kind -> new ArrayList<>()).add(version(paper));
		}
		List<Group> groups = new ArrayList<>();
		Set<String> shown = new LinkedHashSet<>();
		boolean open = step != null && step.open();
		if (step != null && !step.required().isEmpty()) {
			groups.add(new Group(text("casefile.documents.required", locale),
					lines(step.required(), true, open, byKind, pack, locale, shown)));
		}
		if (step != null && !step.optional().isEmpty()) {
			groups.add(new Group(text("casefile.documents.optional", locale),
					lines(step.optional(), false, open, byKind, pack, locale, shown)));
		}
		List<String> others = byKind.keySet().stream().filter(kind -> !shown.contains(kind)).toList();
		if (!others.isEmpty()) {
			groups.add(new Group(text("casefile.documents.others", locale),
					lines(others, false, false, byKind, pack, locale, shown)));
		}
		Uploads uploads = !open || step == null || step.required().isEmpty() && step.optional().isEmpty() ? null
				: new Uploads("/documents", dossierId, String.valueOf(step.itemId()), step.submission(),
						".pdf,.docx,.xlsx,.png,.jpg,.jpeg", "100 MB");
		return new Documents(groups, uploads);
	}

	private List<Line> lines(List<String> wanted, boolean required, boolean open, Map<String, List<Version>> byKind,
			RulePack pack, Locale locale, Set<String> shown) {
		List<Line> lines = new ArrayList<>();
		for (String entry : wanted) {
			List<String> alternatives = List.of(entry.split("\\|"));
			boolean anyPresent = alternatives.stream().anyMatch(byKind::containsKey);
			for (String kind : alternatives) {
				if (shown.add(kind)) {
					String label = pack.documents().containsKey(kind) ? label(pack, kind, locale) : kind;
					boolean needed = required && (alternatives.size() == 1 || !anyPresent || byKind.containsKey(kind));
					lines.add(new Line(kind,
							alternatives.size() > 1 ? text("casefile.documents.one-of", locale, label) : label, needed,
							open, byKind.getOrDefault(kind, List.of())));
				}
			}
		}
		return lines;
	}

	private static String label(RulePack pack, String kind, Locale locale) {
		return english(locale) ? pack.document(kind).englishLabel() : pack.document(kind).label();
	}

	private static Version version(PaperVersion paper) {
		return new Version(paper.number(), "/documents/" + paper.id(), paper.fileName(), null, readable(paper.size()),
				LocalDate.ofInstant(paper.at(), CaseTime.ZONE), paper.byName(),
				paper.mediaType().equals("application/pdf") || paper.mediaType().startsWith("image/"));
	}

	private static String readable(long bytes) {
		return bytes < 1024 ? bytes + " B"
				: bytes < 1024 * 1024 ? bytes / 1024 + " KB" : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
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
				this.naming.words().outcome(opinion.outcome(), pack, locale),
				LocalDateTime.ofInstant(opinion.at(), CaseTime.ZONE), opinion.text(),
				text("casefile.audience." + opinion.audience().name(), locale));
	}

	private static boolean english(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.naming.words().text(key, locale, arguments);
	}

}
