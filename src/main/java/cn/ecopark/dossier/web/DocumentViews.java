package cn.ecopark.dossier.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.dossier.PageCounts;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.DocumentList;
import cn.ecopark.web.view.DocumentList.Intake;

/** The documents of a dossier by kind: those a step asks for first, then all others. */
@Component
public class DocumentViews {

	private final cn.ecopark.dossier.Documents documents;

	private final IntakeViews intakes;

	private final ObjectProvider<PageCounts> pages;

	private final Texts texts;

	DocumentViews(cn.ecopark.dossier.Documents documents, IntakeViews intakes, ObjectProvider<PageCounts> pages,
			Texts texts) {
		this.documents = documents;
		this.intakes = intakes;
		this.pages = pages;
		this.texts = texts;
	}

	/**
	 * The step a page is shown for.
	 *
	 * @param required documents the step asks for, {@code a|b} for one of two
	 * @param open whether documents may be handed in
	 */
	public record Step(long itemId, List<String> required, List<String> optional, boolean open, String submission) {
	}

	/** What the lines are drawn from. */
	private record Source(Map<String, List<DocumentList.Version>> versions, Map<String, Intake> intakes, RulePack pack,
			Locale locale, boolean open, Set<String> shown) {

		DocumentList.Line line(String kind, String label, boolean required, boolean mayUpload) {
			return new DocumentList.Line(kind, label, required, mayUpload, this.versions.getOrDefault(kind, List.of()),
					this.intakes.getOrDefault(kind, Intake.none()));
		}

		boolean isThere(String kind) {
			return this.versions.containsKey(kind) || !line(kind, "", false, false).intake().checking().isEmpty();
		}

		String label(String kind) {
			return !this.pack.documents().containsKey(kind) ? kind : Texts.english(this.locale)
					? this.pack.document(kind).englishLabel() : this.pack.document(kind).label();
		}

	}

	/**
	 * @return what the reader may read of that dossier, and what the step asks for
	 */
	public DocumentList of(String dossierId, Actor reader, @Nullable Step step, RulePack pack, Locale locale) {
		Map<String, List<DocumentList.Version>> versions = new LinkedHashMap<>();
		List<DocumentVersion> documents = this.documents.versions(dossierId, reader);
		Map<String, Integer> pages = pages(documents);
		for (DocumentVersion document : documents) {
			versions.computeIfAbsent(document.kind(), kind -> new ArrayList<>())
				.add(version(document, pages.get(document.sha256())));
		}
		boolean open = step != null && step.open();
		Source source = new Source(versions,
				step != null && step.open() ? this.intakes.of(dossierId, step, reader, pack, locale) : Map.of(), pack,
				locale, open, new LinkedHashSet<>());
		List<DocumentList.Group> groups = new ArrayList<>();
		if (step != null) {
			add(groups, "dossier.documents.required", source, step.required(), true);
			add(groups, "dossier.documents.optional", source, step.optional(), false);
		}
		List<DocumentList.Line> others = byImportance(versions.keySet(), pack).stream()
			.filter(kind -> !source.shown().contains(kind))
			.map(kind -> source.line(kind, source.label(kind), false, false))
			.toList();
		if (!others.isEmpty()) {
			groups.add(new DocumentList.Group(
					this.texts.in(locale, groups.isEmpty() ? "dossier.documents.all" : "dossier.documents.others"),
					others));
		}
		return new DocumentList(groups, uploads(dossierId, step));
	}

	/**
	 * The pack names its kinds of documents in the order of their importance; what was
	 * handed in is judged, so it stands before what the system made out.
	 */
	private static List<String> byImportance(Collection<String> kinds, RulePack pack) {
		List<String> known = List.copyOf(pack.documents().keySet());
		return kinds.stream()
			.sorted(Comparator
				.comparing((String kind) -> pack.documents().containsKey(kind) && !pack.document(kind).isHandedIn())
				.thenComparing(kind -> known.contains(kind) ? known.indexOf(kind) : known.size())
				.thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	private void add(List<DocumentList.Group> groups, String title, Source source, List<String> wanted,
			boolean required) {
		if (!wanted.isEmpty()) {
			groups.add(new DocumentList.Group(this.texts.in(source.locale(), title), lines(wanted, required, source)));
		}
	}

	private DocumentList.@Nullable Uploads uploads(String dossierId, @Nullable Step step) {
		return step == null || !step.open() || step.required().isEmpty() && step.optional().isEmpty() ? null
				: new DocumentList.Uploads("/documents", dossierId, String.valueOf(step.itemId()), step.submission(),
						this.intakes.largest(), this.intakes.largestForm());
	}

	private List<DocumentList.Line> lines(List<String> wanted, boolean required, Source source) {
		List<DocumentList.Line> lines = new ArrayList<>();
		for (String entry : wanted) {
			List<String> alternatives = List.of(entry.split("\\|"));
			boolean anyThere = alternatives.stream().anyMatch(source::isThere);
			for (String kind : alternatives) {
				if (source.shown().add(kind)) {
					String label = alternatives.size() == 1 ? source.label(kind)
							: this.texts.in(source.locale(), "dossier.documents.one-of", source.label(kind));
					boolean needed = required && (alternatives.size() == 1 || !anyThere || source.isThere(kind));
					lines.add(source.line(kind, label, needed, source.open()));
				}
			}
		}
		return lines;
	}

	private Map<String, Integer> pages(List<DocumentVersion> documents) {
		PageCounts counts = this.pages.getIfAvailable();
		return counts == null ? Map.of()
				: counts.of(documents.stream().map(DocumentVersion::sha256).distinct().toList());
	}

	private static DocumentList.Version version(DocumentVersion document, @Nullable Integer pages) {
		return new DocumentList.Version(document.number(), "/documents/" + document.id(), document.fileName(), pages,
				IntakeViews.readable(document.size()), LocalDate.ofInstant(document.at(), CaseTime.ZONE),
				document.byName(),
				document.mediaType().equals("application/pdf") || document.mediaType().startsWith("image/"));
	}

}
