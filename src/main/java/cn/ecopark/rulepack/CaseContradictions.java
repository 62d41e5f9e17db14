package cn.ecopark.rulepack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.CaseResult;
import cn.ecopark.rulepack.KindOfCase.OnDocument;
import cn.ecopark.rulepack.KindOfCase.Periodic;
import cn.ecopark.rulepack.LifeStep;
import cn.ecopark.rulepack.PackContradictions.Reference;

/**
 * Finds what cannot be in what a pack says of its kinds of case, of how they end and of
 * the life of a park.
 */
final class CaseContradictions {

	private static final String FILE = RulePackReader.PACK;

	private static final int LONGEST_MARK = 2;

	private final RulePack pack;

	private final PackContradictions names;

	private final PackFindings findings;

	CaseContradictions(RulePack pack, PackContradictions names, PackFindings findings) {
		this.pack = pack;
		this.names = names;
		this.findings = findings;
	}

	void find() {
		this.pack.kindsOfCase().forEach(this::kind);
		marks();
		oneComesRound();
		once(Procedure.Kind.DELIVERY,
				this.pack.procedures().values().stream().anyMatch(one -> one.kind() == Procedure.Kind.BATCH));
		once(Procedure.Kind.OBJECTION, this.pack.procedures().values().stream().anyMatch(Procedure::isPublic));
		results();
		life();
	}

	private void kind(KindOfCase kind) {
		String place = "processes." + kind.process();
		this.names.refers(FILE, place + ".begunBy", Reference.ROLE, kind.begunBy());
		kind.parties().forEach(party -> this.names.refers(FILE, place + ".parties", Reference.ROLE, party));
		placeholders(place + ".letter", kind.documents().letter(), OnDocument.PARK);
		Periodic periodic = kind.periodic();
		if (periodic == null) {
			return;
		}
		if (kind.needsGround()) {
			wrong(place + ".needsGround", "pack.marksContradict", "needsGround", "periodic");
		}
		this.names.refers(FILE, place + ".periodic.decision", Reference.BATCH, periodic.decision());
		periodic.brokenOffBy()
			.forEach(result -> this.names.refers(FILE, place + ".periodic.brokenOffBy", Reference.OUTCOME, result));
		placeholders(place + ".periodic.cause", periodic.cause(), Periodic.YEAR, Periodic.SCORE, Periodic.GRADE);
	}

	private void placeholders(String place, String text, String... known) {
		SettingCatalogue.unknownWords(text, List.of(known))
			.forEach(word -> wrong(place, "pack.unknownPlaceholder", word, SettingCatalogue.inBraces(List.of(known))));
	}

	private void marks() {
		Map<String, String> marks = new HashMap<>();
		for (KindOfCase kind : this.pack.kindsOfCase()) {
			String place = "processes." + kind.process() + ".numberMark";
			String mark = kind.numbering().mark();
			if (marks.putIfAbsent(mark, kind.process()) != null) {
				wrong(place, "pack.numberMarkTwice", mark, Objects.requireNonNull(marks.get(mark)));
			}
			if (mark.codePointCount(0, mark.length()) > LONGEST_MARK) {
				wrong(place, "pack.numberMarkTooLong", mark);
			}
		}
	}

	/** Rechecks fall due, and the register knows when: there is one kind of them. */
	private void oneComesRound() {
		List<KindOfCase> periodic = this.pack.kindsOfCase().stream().filter(KindOfCase::isPeriodic).toList();
		if (periodic.isEmpty() && areProcessesRead() && !this.pack.kindsOfCase().isEmpty()) {
			wrong("processes", "pack.nothingPeriodic");
		}
		periodic.stream()
			.skip(1)
			.forEach(second -> wrong("processes." + second.process() + ".periodic", "pack.periodicTwice",
					periodic.get(0).process()));
	}

	/** Results are delivered, and objections answered, by one diagram of its kind. */
	private void once(Procedure.Kind kind, boolean needed) {
		long found = this.pack.procedures().values().stream().filter(procedure -> procedure.kind() == kind).count();
		if (areProcessesRead() && (found > 1 || needed && found == 0)) {
			wrong("processes", "pack.processOfAKind", kind.name(), found);
		}
	}

	private boolean areProcessesRead() {
		return this.findings.reads(FILE, "processes") && this.pack.procedures()
			.keySet()
			.stream()
			.allMatch(process -> this.findings.reads(FILE, "processes." + process));
	}

	private void results() {
		Set<List<String>> seen = new HashSet<>();
		for (int at = 0; at < this.pack.results().size(); at++) {
			CaseResult end = this.pack.results().get(at);
			String place = "results." + (at + 1);
			this.names.refers(FILE, place + ".process", Reference.CASE, end.process());
			this.names.refers(FILE, place + ".result", Reference.OUTCOME, end.result());
			this.names.act(place, end.act());
			if (!seen.add(List.of(end.process(), end.result()))) {
				wrong(place, "pack.entryTwice", end.process() + " " + end.result());
			}
		}
	}

	private void life() {
		Set<String> given = new HashSet<>();
		LifeStep before = null;
		for (LifeStep step : this.pack.life()) {
			String place = "life." + step.stage();
			drawn(step, place, before);
			if (step.limit() != null) {
				this.names.refers(FILE, place + ".limit", Reference.LIMIT, step.limit());
			}
			String gives = step.gives();
			if (gives != null && !given.add(gives)) {
				wrong(place + ".gives", "pack.givenTwice", gives);
			}
			else if (gives != null && this.pack.procedures().containsKey(step.stage()) && areResultsRead()
					&& !isResultOf(step.stage(), gives)) {
				wrong(place + ".gives", "pack.givenByNoResult", gives, step.stage());
			}
			before = step;
		}
	}

	private void drawn(LifeStep step, String place, @Nullable LifeStep before) {
		if (step.drawn()) {
			this.names.refers(FILE, place, Reference.PROCESS, step.stage());
		}
		else if (this.pack.procedures().containsKey(step.stage())) {
			wrong(place + ".drawn", "pack.drawnAfterAll", step.stage());
		}
		else if (before == null || before.gives() == null && this.findings.reads(FILE, "life." + before.stage())) {
			wrong(place + ".drawn", "pack.nothingBeforeIt", step.stage());
		}
	}

	/**
	 * A document is issued in a stage of the case, a joint decision is one of its own.
	 */
	private boolean isResultOf(String stage, String lifeStatus) {
		return this.pack.results()
			.stream()
			.filter(end -> end.lifeStatuses().contains(lifeStatus))
			.anyMatch(end -> end.act().joint() ? end.act().name().equals(stage) : !this.pack.hasBatches(stage));
	}

	/** Of what could not be read nothing is told. */
	private boolean areResultsRead() {
		return this.findings.reads(FILE, "results") && IntStream.rangeClosed(1, this.pack.results().size())
			.allMatch(number -> this.findings.reads(FILE, "results." + number));
	}

	private void wrong(String place, String key, Object... arguments) {
		this.findings.contradiction(FILE, place, key, arguments);
	}

}
