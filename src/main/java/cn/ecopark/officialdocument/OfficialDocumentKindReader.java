package cn.ecopark.officialdocument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.PackEntry;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackRefused;
import cn.ecopark.rulepack.PackYaml;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.typesetting.PageForm;
import cn.ecopark.typesetting.manuscript.DeclaredFact;
import cn.ecopark.typesetting.manuscript.DeclaredFact.Column;

/** Reads the kinds of document of a pack, every entry of them. */
final class OfficialDocumentKindReader {

	static final String FILE = "papers.yaml";

	private static final String OPTIONAL = "~";

	/** Who may sign a document. */
	static final List<String> ISSUERS = List.of(OfficialDocumentKind.OFFICE, OfficialDocumentKind.MINISTRIES,
			OfficialDocumentKind.STEP_UNIT);

	private final ReleaseId release;

	private final PackFindings findings;

	private final Map<String, DeclaredFact> facts = new LinkedHashMap<>();

	private final Map<String, IssueLevel> levels = new LinkedHashMap<>();

	private final Set<String> named = new HashSet<>();

	private OfficialDocumentKindReader(ReleaseId release, PackFindings findings) {
		this.release = release;
		this.findings = findings;
	}

	/**
	 * @return none where the pack has no documents
	 * @throws PackRefused with everything that is wrong with them
	 */
	static List<OfficialDocumentKind> read(ReleaseId release, PackFiles files) {
		PackFindings findings = new PackFindings();
		List<OfficialDocumentKind> kinds = read(release, files, findings);
		if (!findings.all().isEmpty()) {
			throw new PackRefused(findings.all());
		}
		return kinds;
	}

	/**
	 * @return the kinds, with stand-ins for what is among the findings
	 */
	static List<OfficialDocumentKind> read(ReleaseId release, PackFiles files, PackFindings findings) {
		return PackYaml.read(files, FILE, findings, new OfficialDocumentKindReader(release, findings)::kinds)
			.orElse(List.of());
	}

	private List<OfficialDocumentKind> kinds(PackEntry file) {
		this.facts.putAll(file.part("facts", facts -> facts.byCode(OfficialDocumentKindReader::fact)));
		if (file.has("levels")) {
			this.levels.putAll(file.part("levels", levels -> levels.byCode(OfficialDocumentKindReader::level)));
		}
		List<OfficialDocumentKind> kinds = List
			.copyOf(file.part("papers", documents -> documents.byCode(this::kind)).values());
		Map<String, String> labels = new HashMap<>();
		this.facts.values().forEach(fact -> {
			if (labels.putIfAbsent(fact.label(), fact.name()) != null) {
				contradiction("facts." + fact.name() + ".zh", "pack.labelTwice", fact.label(),
						String.valueOf(labels.get(fact.label())));
			}
			if (!this.named.contains(fact.name())) {
				contradiction("facts." + fact.name(), "pack.factUntold", fact.name());
			}
		});
		return kinds;
	}

	private static IssueLevel level(String key, PackEntry entry) {
		List<IssueLevel.SubstituteSeal> standIns = entry.has("standIns")
				? entry.list("standIns", OfficialDocumentKindReader::standIn) : List.of();
		for (int at = 1; at < standIns.size(); at++) {
			if (standIns.subList(0, at).stream().anyMatch(standIns.get(at)::meets)) {
				entry.wrong("standIns", "pack.standInsMeet", at + 1);
			}
		}
		return new IssueLevel(key, entry.text("zh"), entry.text("en"), called(entry), standIns, entry.text("source"),
				entry.flag("confirmed"));
	}

	private static IssueLevel.SubstituteSeal standIn(PackEntry entry) {
		return new IssueLevel.SubstituteSeal(entry.code("unit"), called(entry), entry.dateOrNull("validFrom"),
				entry.dateOrNull("validTo"), entry.text("source"), entry.flag("confirmed"));
	}

	private static String called(PackEntry entry) {
		String name = entry.text("name");
		if (!name.isEmpty() && !name.contains(IssueLevel.BODY)) {
			entry.wrong("name", "pack.nameWithoutBody", IssueLevel.BODY);
		}
		return name;
	}

	private static DeclaredFact fact(String name, PackEntry entry) {
		DeclaredFact.Type type = entry.oneOfSmall(DeclaredFact.Type.class, "type");
		return new DeclaredFact(name, entry.text("zh"), type,
				type == DeclaredFact.Type.TABLE ? columns(entry) : List.of(), false, entry.text("example"));
	}

	private static List<Column> columns(PackEntry entry) {
		List<Column> columns = entry.part("columns", PackEntry::textByCode)
			.entrySet()
			.stream()
			.map(column -> new Column(column.getKey(), column.getValue()))
			.toList();
		if (columns.isEmpty() && entry.has("columns")) {
			entry.wrong("columns", "pack.emptyList");
		}
		return columns;
	}

	private OfficialDocumentKind kind(String key, PackEntry entry) {
		List<String> issuers = entry.textsOrNone("issuers");
		issuers.stream()
			.filter(issuer -> !ISSUERS.contains(issuer))
			.forEach(issuer -> entry.wrong("issuers", "pack.notOneOf", issuer, String.join("、", ISSUERS)));
		List<String> decisions = entry.has("decisions") ? entry.texts("decisions") : List.of();
		boolean decidesNothing = issuers.contains(OfficialDocumentKind.MINISTRIES) && decisions.isEmpty();
		if (decidesNothing) {
			entry.wrong("issuers", "pack.jointWithoutDecision");
		}
		PageForm form = entry.oneOfSmall(PageForm.class, "form");
		return new OfficialDocumentKind(this.release, key, entry.text("zh"), entry.text("en"), form, decisions,
				decidesNothing ? List.of() : issuers, entry.textOrNull("series"),
				entry.has("issuing") ? entry.part("issuing", issuing -> issuing(issuing, form, issuers)) : Issue.UNSAID,
				entry.oneOf(Audience.class, "audience"), entry.text("source"), entry.flag("confirmed"),
				told(key, entry));
	}

	private Issue issuing(PackEntry entry, PageForm form, List<String> issuers) {
		String key = entry.textOrNull("level");
		IssueLevel level = key == null ? null : this.levels.get(key);
		if (key != null && level == null) {
			entry.wrong("level", "pack.notOneOf", key, String.join("、", this.levels.keySet()));
		}
		if (issuers.isEmpty() && key != null) {
			entry.wrong("level", "pack.issuedByNobody");
		}
		List<String> order = entry.has("order") ? entry.texts("order") : List.of();
		if (!order.isEmpty() && !issuers.contains(OfficialDocumentKind.MINISTRIES)) {
			entry.wrong("order", "pack.orderOfOne");
		}
		if (entry.has("printed") && form == PageForm.LETTER) {
			entry.wrong("printed", "pack.letterBearsNoPrinter");
		}
		return new Issue(level, order,
				entry.has("printed") ? entry.oneOfSmall(Issue.PrintingDay.class, "printed") : Issue.PrintingDay.ISSUE,
				entry.text("source"), entry.flag("confirmed"));
	}

	private List<DeclaredFact> told(String key, PackEntry entry) {
		List<DeclaredFact> facts = new ArrayList<>();
		for (String named : entry.texts("facts")) {
			boolean optional = named.endsWith(OPTIONAL);
			String name = optional ? named.substring(0, named.length() - OPTIONAL.length()) : named;
			DeclaredFact fact = this.facts.get(name);
			if (fact == null) {
				contradiction("papers." + key + ".facts", "pack.unknown.fact", name);
			}
			else if (facts.stream().anyMatch(one -> one.name().equals(name))) {
				entry.wrong("facts", "pack.listedTwice", name);
			}
			else {
				facts.add(new DeclaredFact(name, fact.label(), fact.type(), fact.columns(), optional, fact.example()));
			}
			this.named.add(name);
		}
		return facts;
	}

	private void contradiction(String place, String key, Object... arguments) {
		this.findings.contradiction(FILE, place, key, arguments);
	}

}
