package cn.ecopark.rulepack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.ecopark.gate.FileType;
import cn.ecopark.rulepack.Grade;
import cn.ecopark.rulepack.OutcomeKind.Marks;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.Role.Resolve;

/**
 * Finds what cannot be in a pack whose entries are each read rightly: names of what does
 * not exist, times that overlap or leave nobody, figures against each other.
 */
final class PackContradictions {

	/** How the key of a setting begins that names a stage which its panel decides. */
	static final String PANEL_DECIDES = "panelDecides.";

	/** February with the Spring Festival in it. */
	private static final int LEAST_WORKING_DAYS_OF_A_MONTH = 14;

	/** What a list has under it of which not even the name could be read. */
	private static final String NAMELESS = "";

	private static final Pattern FIELD = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"");

	private final RulePack pack;

	private final PackFindings findings;

	PackContradictions(RulePack pack, PackFindings findings) {
		this.pack = pack;
		this.findings = findings;
	}

	/** What one entry names of another. */
	enum Reference {

		PROCESS, CASE, STAGE, BATCH, OUTCOME, LIMIT, ROLE, DOCUMENT, PAPER, STANDARD

	}

	void find(PackFiles files, @Nullable PlanOutline outline) {
		procedures(files.in(PackFiles.DIAGRAMS).keySet());
		new CaseContradictions(this.pack, this, this.findings).find();
		grades();
		this.pack.limits().values().forEach(this::limit);
		known(RulePackReader.LIMITS, Limit.Use.class, this.pack.limits(), Limit::use, Limit.Use::isNeededBy);
		this.pack.outcomes().values().forEach(this::outcome);
		known(RulePackReader.OUTCOMES, Meaning.class, this.pack.outcomes(), OutcomeKind::means, Meaning::isNeededBy);
		roles();
		this.pack.documents().values().forEach(this::document);
		known(RulePackReader.DOCUMENTS, DocumentKind.Use.class, this.pack.documents(), DocumentKind::use,
				DocumentKind.Use::isNeededBy);
		this.pack.series().values().forEach(this::series);
		numbered("prerequisites", this.pack.prerequisites(), this::prerequisite);
		new SettingCatalogue(this.pack, this, this.findings).check(fields(files));
		if (outline != null) {
			outline.kinds().forEach(kind -> refers(PlanOutlines.FILE, "kinds", Reference.DOCUMENT, kind));
		}
	}

	/** Keys of the fields of all forms. */
	private static Set<String> fields(PackFiles files) {
		return files.in(PackFiles.FORMS)
			.values()
			.stream()
			.flatMap(form -> FIELD.matcher(new String(form, StandardCharsets.UTF_8)).results())
			.map(found -> found.group(1))
			.collect(Collectors.toSet());
	}

	private void procedures(Set<String> diagrams) {
		this.pack.procedures().forEach((id, procedure) -> {
			String place = "processes." + id;
			if (!diagrams.contains(id + ".bpmn")) {
				inPack(place, "pack.processWithoutDiagram", id, PackFiles.DIAGRAMS + id + ".bpmn");
			}
		});
		if (this.findings.reads(RulePackReader.PACK, "processes")) {
			for (String diagram : diagrams) {
				if (!this.pack.procedures().containsKey(diagram.replace(".bpmn", ""))) {
					this.findings.inFile(PackFiles.DIAGRAMS + diagram, 0, "pack.diagramWithoutProcess",
							diagram.replace(".bpmn", ""));
				}
			}
		}
	}

	private void grades() {
		Set<Integer> scores = new HashSet<>();
		for (Grade grade : this.pack.grades()) {
			String place = "grades." + grade.code();
			refers(RulePackReader.PACK, place, Reference.OUTCOME, grade.code());
			if (!scores.add(grade.minScore())) {
				inPack(place + ".minScore", "pack.gradesOverlap", grade.minScore());
			}
			if (grade.improves() && grade.criticised()) {
				inPack(place, "pack.marksContradict", "improves", "criticised");
			}
		}
		boolean allRead = this.pack.grades()
			.stream()
			.allMatch(grade -> this.findings.reads(RulePackReader.PACK, "grades." + grade.code()));
		if (!scores.isEmpty() && allRead && !scores.contains(0)) {
			inPack("grades", "pack.gradesGap", scores.stream().mapToInt(Integer::intValue).min().orElseThrow());
		}
	}

	private void limit(Limit limit) {
		if (limit.term().isInMonths()) {
			inMonths(limit);
		}
		else if (limit.remindBefore() >= limit.days()) {
			this.findings.contradiction(RulePackReader.LIMITS, limit.key() + ".remindBefore",
					"pack.reminderBeforeBeginning", limit.remindBefore(), limit.days());
		}
	}

	/** What is added up, or resumed with the days left, is counted in days. */
	private void inMonths(Limit limit) {
		Limit.Use use = limit.use();
		if (use != null && !use.mayBeInMonths()) {
			this.findings.contradiction(RulePackReader.LIMITS, limit.key() + ".months", "pack.useInDaysOnly",
					use.name());
		}
		if (limit.onReturn() == Limit.OnReturn.RESUME) {
			this.findings.contradiction(RulePackReader.LIMITS, limit.key() + ".onReturn", "pack.monthsResume");
		}
		if (limit.remindBefore() >= limit.term().amount() * LEAST_WORKING_DAYS_OF_A_MONTH) {
			this.findings.contradiction(RulePackReader.LIMITS, limit.key() + ".remindBefore",
					"pack.reminderBeforeBeginning", limit.remindBefore(),
					limit.term().amount() * LEAST_WORKING_DAYS_OF_A_MONTH);
		}
	}

	/**
	 * What the system has to know an entry for stands at one entry, and at one at least
	 * where the pack has diagrams that cannot do without.
	 */
	private <T, E extends Enum<E>> void known(String file, Class<E> type, Map<String, T> entries,
			Function<T, @Nullable E> knownFor, BiPredicate<E, Procedure.Kind> isNeededBy) {
		for (E known : type.getEnumConstants()) {
			List<String> codes = entries.entrySet()
				.stream()
				.filter(entry -> knownFor.apply(entry.getValue()) == known)
				.map(Map.Entry::getKey)
				.toList();
			if (codes.size() > 1) {
				this.findings.contradiction(file, codes.get(1), "pack.knownTwice", known.name(), codes.get(0));
			}
			boolean needed = this.pack.procedures()
				.values()
				.stream()
				.anyMatch(procedure -> isNeededBy.test(known, procedure.kind()));
			if (codes.isEmpty() && needed) {
				this.findings.contradiction(file, "", "pack.nothingKnown", known.name());
			}
		}
	}

	/**
	 * Tasks of a panel and of a joint decision are held in roles that the system finds.
	 */
	private void roles() {
		for (Resolve resolve : List.of(Resolve.EXPERTS, Resolve.LEADER, Resolve.DECISION)) {
			List<String> codes = this.pack.roles()
				.values()
				.stream()
				.filter(role -> role.resolve() == resolve)
				.map(Role::code)
				.toList();
			if (codes.size() > 1) {
				this.findings.contradiction(RulePackReader.ROLES, "roles." + codes.get(1), "pack.resolvedTwice",
						resolve.name(), codes.get(0));
			}
		}
	}

	private void outcome(OutcomeKind outcome) {
		Marks marks = outcome.marks();
		if (marks.passes() && outcome.rank() == null) {
			this.findings.contradiction(RulePackReader.OUTCOMES, outcome.code(), "pack.passesWithoutRank");
		}
		if (marks.adverse() && marks.passes()) {
			marksContradict(outcome, "adverse", "passes");
		}
		if (marks.applicant() && (marks.adverse() || marks.passes())) {
			marksContradict(outcome, "applicant", marks.adverse() ? "adverse" : "passes");
		}
		if (marks.silence() && (marks.adverse() || marks.passes() || marks.applicant())) {
			marksContradict(outcome, "silence", marks.adverse() ? "adverse" : marks.passes() ? "passes" : "applicant");
		}
	}

	private void marksContradict(OutcomeKind outcome, String one, String other) {
		this.findings.contradiction(RulePackReader.OUTCOMES, outcome.code(), "pack.marksContradict", one, other);
	}

	private void document(DocumentKind document) {
		for (String ending : document.accept()) {
			if (Arrays.stream(FileType.values()).noneMatch(type -> type.isCalled(ending))) {
				this.findings.contradiction(RulePackReader.DOCUMENTS, document.key() + ".accept", "pack.unknownEnding",
						ending,
						Arrays.stream(FileType.values())
							.map(type -> type.name().toLowerCase(Locale.ROOT))
							.collect(Collectors.joining("、")));
			}
		}
	}

	private void series(NumberSeries series) {
		LocalDate from = series.validFrom();
		LocalDate to = series.validTo();
		if (from != null && to != null && !to.isAfter(from)) {
			this.findings.contradiction(RulePackReader.SERIES, series.code() + ".validTo", "pack.endsBeforeItBegins",
					to.toString(), from.toString());
		}
		String next = series.next();
		if (next != null) {
			follows(series, this.pack.series().get(next), next);
		}
	}

	/** A series is followed by another of the same body, and without a day between. */
	private void follows(NumberSeries series, @Nullable NumberSeries next, String code) {
		String place = series.code() + ".next";
		if (next == null) {
			this.findings.contradiction(RulePackReader.SERIES, place, "pack.unknown.series", code);
		}
		else if (series.validTo() == null || !series.validTo().equals(next.validFrom())
				|| !series.body().equals(next.body())) {
			this.findings.contradiction(RulePackReader.SERIES, place, "pack.seriesDoesNotFollow", code);
		}
	}

	private void prerequisite(String place, Prerequisite needed) {
		act(place, needed.act());
		refers(RulePackReader.PACK, place + ".stage", switch (needed.need()) {
			case WORD, PANEL_OPINION -> Reference.STAGE;
			case NOTICE -> Reference.BATCH;
			case HEARING -> Reference.CASE;
		}, needed.stage());
		if (needed.need() == Need.NOTICE && this.pack.hasBatches(needed.stage())
				&& !this.pack.isPublic(needed.stage())) {
			inPack(place + ".stage", "pack.notPublic", needed.stage());
		}
		if (needed.need() == Need.WORD) {
			refers(RulePackReader.PACK, place + ".role", Reference.ROLE, needed.role());
		}
		needed.outcomes()
			.forEach(outcome -> refers(RulePackReader.PACK, place + ".outcomes", Reference.OUTCOME, outcome));
		if (needed.need() == Need.PANEL_OPINION && knows(Reference.STAGE, needed.stage())
				&& !this.pack.settings().containsKey(PANEL_DECIDES + needed.stage())) {
			inPack(place + ".stage", "pack.noPanelDecides", needed.stage(), PANEL_DECIDES + needed.stage());
		}
	}

	/** A joint decision, or a document by which one body decides. */
	void act(String place, Act act) {
		refers(RulePackReader.PACK, place + (act.joint() ? ".decision" : ".document"),
				act.joint() ? Reference.BATCH : Reference.PAPER, act.name());
	}

	private static <T> void numbered(String section, List<T> entries, BiConsumer<String, T> judge) {
		for (int at = 0; at < entries.size(); at++) {
			judge.accept(section + "." + (at + 1), entries.get(at));
		}
	}

	private void inPack(String place, String key, Object... arguments) {
		this.findings.contradiction(RulePackReader.PACK, place, key, arguments);
	}

	/** What is named there must be in the pack. */
	void refers(String file, String place, Reference to, String name) {
		if (!knows(to, name)) {
			this.findings.contradiction(file, place, "pack.unknown." + to.name().toLowerCase(Locale.ROOT), name);
		}
	}

	/**
	 * @return whether the pack has it; of what could not be read it is taken for granted
	 */
	private boolean knows(Reference kind, String name) {
		return switch (kind) {
			case PROCESS -> isProcedure(name, Procedure.Kind.values()) && !this.pack.isPart(name);
			case CASE -> isProcedure(name, Procedure.Kind.CASE);
			case STAGE -> isProcedure(name, Procedure.Kind.STAGE, Procedure.Kind.CASE);
			case BATCH -> isProcedure(name, Procedure.Kind.BATCH);
			case OUTCOME -> this.pack.outcomes().containsKey(name);
			case LIMIT -> this.pack.limits().containsKey(name);
			case ROLE -> this.pack.roles().containsKey(name) || this.pack.roles().containsKey(NAMELESS)
					|| !this.findings.reads(RulePackReader.ROLES, "roles");
			case DOCUMENT -> this.pack.documents().containsKey(name);
			case PAPER -> {
				DocumentKind document = this.pack.documents().get(name);
				yield document != null && !document.isHandedIn();
			}
			case STANDARD ->
				this.pack.standards().containsKey(name) || !this.findings.reads(RulePackReader.PACK, "standards");
		};
	}

	private boolean isProcedure(String name, Procedure.Kind... kinds) {
		if (!this.findings.reads(RulePackReader.PACK, "processes." + name)) {
			return true;
		}
		Procedure procedure = this.pack.procedures().get(name);
		return procedure != null && List.of(kinds).contains(procedure.kind());
	}

}
