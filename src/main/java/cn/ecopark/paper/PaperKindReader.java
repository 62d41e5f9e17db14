package cn.ecopark.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.ecopark.casefile.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.paper.PaperFact.Column;
import cn.ecopark.paper.PaperFact.Type;
import cn.ecopark.rulepack.PackEntry;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackRefused;
import cn.ecopark.rulepack.PackYaml;

/** Reads the kinds of paper of a pack, every entry of them. */
final class PaperKindReader {

	static final String FILE = "papers.yaml";

	private static final String OPTIONAL = "~";

	/** Who may sign a paper. */
	static final List<String> ISSUERS = List.of(PaperKind.OFFICE, PaperKind.MINISTRIES, PaperKind.STEP_UNIT);

	private final ReleaseId release;

	private final PackFindings findings;

	private final Map<String, PaperFact> facts = new LinkedHashMap<>();

	private final Set<String> named = new HashSet<>();

	private PaperKindReader(ReleaseId release, PackFindings findings) {
		this.release = release;
		this.findings = findings;
	}

	/**
	 * @return none where the pack has no papers
	 * @throws PackRefused with everything that is wrong with them
	 */
	static List<PaperKind> read(ReleaseId release, PackFiles files) {
		PackFindings findings = new PackFindings();
		List<PaperKind> kinds = read(release, files, findings);
		if (!findings.all().isEmpty()) {
			throw new PackRefused(findings.all());
		}
		return kinds;
	}

	/**
	 * @return the kinds, with stand-ins for what is among the findings
	 */
	static List<PaperKind> read(ReleaseId release, PackFiles files, PackFindings findings) {
		return PackYaml.read(files, FILE, findings, new PaperKindReader(release, findings)::kinds).orElse(List.of());
	}

	private List<PaperKind> kinds(PackEntry file) {
		this.facts.putAll(file.part("facts", facts -> facts.byCode(PaperKindReader::fact)));
		List<PaperKind> kinds = List.copyOf(file.part("papers", papers -> papers.byCode(this::kind)).values());
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

	private static PaperFact fact(String name, PackEntry entry) {
		Type type = entry.oneOfSmall(Type.class, "type");
		return new PaperFact(name, entry.text("zh"), type, type == Type.TABLE ? columns(entry) : List.of(), false,
				entry.text("example"));
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

	private PaperKind kind(String key, PackEntry entry) {
		List<String> issuers = entry.textsOrNone("issuers");
		issuers.stream()
			.filter(issuer -> !ISSUERS.contains(issuer))
			.forEach(issuer -> entry.wrong("issuers", "pack.notOneOf", issuer, String.join("、", ISSUERS)));
		List<String> decisions = entry.has("decisions") ? entry.texts("decisions") : List.of();
		boolean decidesNothing = issuers.contains(PaperKind.MINISTRIES) && decisions.isEmpty();
		if (decidesNothing) {
			entry.wrong("issuers", "pack.jointWithoutDecision");
		}
		return new PaperKind(this.release, key, entry.text("zh"), entry.text("en"),
				entry.oneOfSmall(PaperForm.class, "form"), decisions, decidesNothing ? List.of() : issuers,
				entry.textOrNull("series"), entry.oneOf(Audience.class, "audience"), entry.text("source"),
				entry.flag("confirmed"), told(key, entry));
	}

	private List<PaperFact> told(String key, PackEntry entry) {
		List<PaperFact> facts = new ArrayList<>();
		for (String named : entry.texts("facts")) {
			boolean optional = named.endsWith(OPTIONAL);
			String name = optional ? named.substring(0, named.length() - OPTIONAL.length()) : named;
			PaperFact fact = this.facts.get(name);
			if (fact == null) {
				contradiction("papers." + key + ".facts", "pack.unknown.fact", name);
			}
			else if (facts.stream().anyMatch(one -> one.name().equals(name))) {
				entry.wrong("facts", "pack.listedTwice", name);
			}
			else {
				facts.add(new PaperFact(name, fact.label(), fact.type(), fact.columns(), optional, fact.example()));
			}
			this.named.add(name);
		}
		return facts;
	}

	private void contradiction(String place, String key, Object... arguments) {
		this.findings.contradiction(FILE, place, key, arguments);
	}

}
