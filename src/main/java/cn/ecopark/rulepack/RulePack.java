package cn.ecopark.rulepack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.OutcomeKind.Meaning;

/**
 * The rules of one legal regime.
 *
 * @param release what these rules are called; number 0 as long as they are no release
 * @param name what the regime is called
 * @param procedures its diagrams in the order of the procedure
 * @param life the steps shown as the life of a park, from application to naming
 * @param grades of a recheck, the best first
 * @param standards by the code that cases and parks bear
 * @param series document numbers of its documents, by 发文机关代字
 * @param prerequisites of its decisions
 * @param results ends of cases that the register has to bear out
 * @param statuses its own words for what a park is, by name of the life status
 */
public record RulePack(ReleaseId release, Name name, LocalDate validFrom, Map<String, Procedure> procedures,
		List<LifeStep> life, Map<String, Limit> limits, Map<String, DocumentKind> documents,
		Map<String, OutcomeKind> outcomes, Map<String, Role> roles, List<Grade> grades, Map<String, Setting> settings,
		Map<String, Standard> standards, Map<String, NumberSeries> series, List<Prerequisite> prerequisites,
		List<CaseResult> results, Map<String, Words> statuses) implements PackSettings {

	/**
	 * @return id of the pack, the same in all its releases
	 */
	public String id() {
		return this.release.pack();
	}

	/**
	 * @return the same rules as that release
	 */
	RulePack as(ReleaseId named) {
		return new RulePack(named, this.name, this.validFrom, this.procedures, this.life, this.limits, this.documents,
				this.outcomes, this.roles, this.grades, this.settings, this.standards, this.series, this.prerequisites,
				this.results, this.statuses);
	}

	/** What the regime is called. */
	public record Name(String zh, String en, String source) {

		/**
		 * @return what the regime is called, in the language of whoever reads
		 */
		public String in(Locale locale) {
			return new Words(this.zh, this.en).in(locale);
		}

	}

	/**
	 * @throws UnknownRule when the pack has no such limit
	 */
	public Limit limit(String key) {
		return required(this.limits, key);
	}

	/**
	 * @throws UnknownRule when the pack has no such document
	 */
	public DocumentKind document(String key) {
		return required(this.documents, key);
	}

	/**
	 * @throws UnknownRule when the pack has no such outcome
	 */
	public OutcomeKind outcome(String code) {
		return required(this.outcomes, code);
	}

	/**
	 * @return the outcome of that meaning
	 * @throws UnknownRule when the pack has none
	 */
	public OutcomeKind outcome(Meaning meaning) {
		return only(this.outcomes, outcome -> outcome.means(meaning), meaning);
	}

	/**
	 * @return whether that code is the outcome of that meaning
	 */
	public boolean means(@Nullable String code, Meaning meaning) {
		OutcomeKind outcome = code == null ? null : this.outcomes.get(code);
		return outcome != null && outcome.means(meaning);
	}

	/**
	 * @return the limit of that use
	 * @throws UnknownRule when the pack has none
	 */
	public Limit limit(Limit.Use use) {
		return only(this.limits, limit -> limit.use() == use, use);
	}

	/**
	 * @return the limit of that use; empty where the pack has none
	 */
	public Optional<Limit> findLimit(Limit.Use use) {
		return this.limits.values().stream().filter(limit -> limit.use() == use).findFirst();
	}

	/**
	 * @return the kind of document of that use
	 * @throws UnknownRule when the pack has none
	 */
	public DocumentKind document(DocumentKind.Use use) {
		return only(this.documents, document -> document.use() == use, use);
	}

	/**
	 * @return the only diagram of that kind
	 * @throws UnknownRule when the pack has none
	 */
	public Procedure only(Procedure.Kind kind) {
		return only(this.procedures, procedure -> procedure.kind() == kind, kind);
	}

	/**
	 * @return the only role that becomes units or persons that way
	 * @throws UnknownRule when the pack has none
	 */
	public Role role(Role.Resolve resolve) {
		return only(this.roles, role -> role.resolve() == resolve, resolve);
	}

	/**
	 * @return whether units of that kind hold the role; no person does
	 */
	public boolean isHeldBy(@Nullable String role, String unitKind) {
		Role known = role == null ? null : this.roles.get(role);
		return known != null && unitKind.equals(known.unitKind());
	}

	/**
	 * @throws UnknownRule when the pack has no such standard
	 */
	public Standard standard(String code) {
		return required(this.standards, code);
	}

	/**
	 * @return name of a stage in Chinese, or its key where the pack does not name it
	 */
	public String stageLabel(String key) {
		Procedure procedure = this.procedures.get(key);
		return procedure == null ? key : procedure.label();
	}

	/**
	 * @return whether that diagram decides on several parks at once
	 */
	public boolean hasBatches(String process) {
		Procedure procedure = this.procedures.get(process);
		return procedure != null && procedure.kind() == Procedure.Kind.BATCH;
	}

	/**
	 * @return whether that diagram is a part of those that call it
	 */
	public boolean isPart(String process) {
		Procedure procedure = this.procedures.get(process);
		return procedure != null && procedure.kind() == Procedure.Kind.PART;
	}

	/**
	 * @param act process of a joint decision, or kind of the document that states what
	 * one body decides
	 * @return what must be on record before it takes effect
	 */
	public List<Prerequisite> prerequisitesOf(String act) {
		return this.prerequisites.stream().filter(needed -> needed.act().name().equals(act)).toList();
	}

	/**
	 * @return the kinds of case, in the order of the procedure
	 */
	public List<KindOfCase> kindsOfCase() {
		return this.procedures.values().stream().flatMap(procedure -> Stream.ofNullable(procedure.ofCases())).toList();
	}

	/**
	 * @return what that diagram is as a case; empty where it carries none
	 */
	public Optional<KindOfCase> findKindOfCase(String process) {
		return Optional.ofNullable(this.procedures.get(process)).map(Procedure::ofCases);
	}

	/**
	 * @throws UnknownRule when that diagram carries no case
	 */
	public KindOfCase kindOfCase(String process) {
		return findKindOfCase(process).orElseThrow(() -> new UnknownRule(this.release, process));
	}

	/**
	 * @return the kind of case that comes round every few years after naming
	 */
	public KindOfCase periodicKind() {
		return kindsOfCase().stream()
			.filter(KindOfCase::isPeriodic)
			.findFirst()
			.orElseThrow(() -> new UnknownRule(this.release, "periodic kind of case"));
	}

	/**
	 * @return whether the park begins it, and not an authority: only then can it keep a
	 * draft of it and take it back
	 */
	public boolean isBegunByThePark(KindOfCase kind) {
		return role(kind.begunBy()).resolve() == Role.Resolve.PARTY;
	}

	/**
	 * @return processes of the joint decisions by which such a case is decided
	 */
	public Set<String> decisionsOn(KindOfCase kind) {
		Stream<String> results = this.results.stream()
			.filter(end -> end.process().equals(kind.process()))
			.map(CaseResult::act)
			.filter(Act::joint)
			.map(Act::name);
		Stream<String> periodic = Stream.ofNullable(kind.periodic()).map(KindOfCase.Periodic::decision);
		return Stream.concat(results, periodic).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * @return the end by which a case of that diagram makes the park what is named; empty
	 * where it never does
	 */
	public Optional<CaseResult> resultMaking(String process, String lifeStatus) {
		return this.results.stream()
			.filter(end -> end.process().equals(process) && end.lifeStatuses().contains(lifeStatus))
			.findFirst();
	}

	/**
	 * @return id of the one diagram of that kind
	 * @throws UnknownRule when the pack has none
	 */
	public String onlyProcess(Procedure.Kind kind) {
		return this.procedures.values()
			.stream()
			.filter(procedure -> procedure.kind() == kind)
			.map(Procedure::key)
			.findFirst()
			.orElseThrow(() -> new UnknownRule(this.release, kind.name()));
	}

	/**
	 * @return whether that diagram lays parks before the public
	 */
	public boolean isPublic(String process) {
		Procedure procedure = this.procedures.get(process);
		return procedure != null && procedure.isPublic();
	}

	/**
	 * @return life statuses of which the register must give the park one when a case of
	 * that diagram ends so; none where the end leaves the park as it was
	 */
	public Set<String> statusesAfter(String process, String result) {
		return this.results.stream()
			.filter(end -> end.process().equals(process) && end.result().equals(result))
			.findFirst()
			.map(CaseResult::lifeStatuses)
			.orElse(Set.of());
	}

	/**
	 * @return the pack's own word for that life status; empty where the general one does
	 */
	public Optional<Words> wordForStatus(String lifeStatus) {
		return Optional.ofNullable(this.statuses.get(lifeStatus));
	}

	/**
	 * @return the outcome by which a park gets that status and no other; empty where the
	 * pack has none
	 */
	public Optional<OutcomeKind> outcomeGiving(String lifeStatus) {
		return this.results.stream()
			.filter(end -> end.lifeStatuses().equals(Set.of(lifeStatus)))
			.findFirst()
			.map(end -> this.outcomes.get(end.result()));
	}

	/**
	 * @throws UnknownRule when the pack has no such role
	 */
	public Role role(String code) {
		return required(this.roles, code);
	}

	/**
	 * @return the grade that a score from 0 to 100 earns
	 */
	public Grade gradeOf(BigDecimal score) {
		return this.grades.stream()
			.filter(grade -> score.compareTo(BigDecimal.valueOf(grade.minScore())) >= 0)
			.max(Comparator.comparingInt(Grade::minScore))
			.orElseThrow(() -> new UnknownRule(this.release, "grade for " + score));
	}

	private <T> T only(Map<String, T> rules, Predicate<T> wanted, Enum<?> what) {
		return rules.values()
			.stream()
			.filter(wanted)
			.findFirst()
			.orElseThrow(() -> new UnknownRule(this.release, what.name()));
	}

	private <T> T required(Map<String, T> rules, String key) {
		return Optional.ofNullable(rules.get(key)).orElseThrow(() -> new UnknownRule(this.release, key));
	}

	/** A model or command names something that the pack does not have. */
	public static final class UnknownRule extends RuntimeException {

		UnknownRule(ReleaseId release, String key) {
			super("Release " + release + " has no " + key);
		}

	}

}
