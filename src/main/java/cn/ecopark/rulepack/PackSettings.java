package cn.ecopark.rulepack;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import cn.ecopark.law.JointDecisionRules;
import cn.ecopark.law.RetentionPeriod;
import cn.ecopark.rulepack.RulePack.UnknownRule;

/** The figures and policies of a rule pack that code reads, each by its own name. */
public interface PackSettings {

	String BALLOT_POLICY = "ballotPolicy";

	String DAYS_AFTER = "daysAfter.";

	String HELD_MONTHS = "heldMonths";

	String STANDARD_BINDS_NAMED_FROM = "standardBindsNamedFrom";

	String BATCH_EVERY_MONTHS = "batchEveryMonths";

	String RETENTION = "retention";

	/**
	 * @return whose settings they are
	 */
	ReleaseId release();

	/**
	 * @return all of them by key
	 */
	Map<String, Setting> settings();

	/**
	 * @throws UnknownRule when the pack has no such setting
	 */
	default Setting setting(String key) {
		return Optional.ofNullable(settings().get(key)).orElseThrow(() -> new UnknownRule(release(), key));
	}

	/**
	 * @return the value of that setting; empty where the pack has none
	 */
	default Optional<String> findSetting(String key) {
		return Optional.ofNullable(settings().get(key)).map(Setting::value);
	}

	/**
	 * @return how often a step of that stage may end so; its own entry goes before the
	 * general one, and without any it may end so at any time
	 */
	default Optional<Integer> mostTimes(String stage, String outcome) {
		return figure("mostTimes." + stage + "." + outcome).or(() -> figure("mostTimes." + outcome));
	}

	/**
	 * @return working days of a limit that begins again because of that outcome; without
	 * an entry the limit itself says how it begins again
	 */
	default Optional<Integer> daysAfter(String outcome, String limitKey) {
		return figure(DAYS_AFTER + outcome + "." + limitKey);
	}

	/**
	 * @return whether any outcome lets that limit begin again with days of its own
	 */
	default boolean hasDaysAfter(String limitKey) {
		return settings().keySet().stream().anyMatch(key -> key.startsWith(DAYS_AFTER) && key.endsWith("." + limitKey));
	}

	/**
	 * @return how many months a park must have had its standing before such a case may
	 * begin; none without an entry
	 */
	default int heldMonths(KindOfCase kind) {
		return figure(HELD_MONTHS + "." + kind.process()).orElse(0);
	}

	/**
	 * @return from when on parks that bear the title are judged by the standard in force,
	 * whatever they were named by; empty where they keep theirs
	 */
	default Optional<LocalDate> standardBindsNamedFrom() {
		return Optional.ofNullable(settings().get(STANDARD_BINDS_NAMED_FROM)).map(Setting::value).map(LocalDate::parse);
	}

	/**
	 * @return code of the standard that applies where nobody chooses another
	 */
	default String standardInForce() {
		return setting("standardInForce").value();
	}

	/**
	 * @return how many months lie between two batches of that process as a rule; empty
	 * where there is no rule
	 */
	default Optional<Integer> batchEveryMonths(String process) {
		return figure(BATCH_EVERY_MONTHS + "." + process);
	}

	/**
	 * @return what counts as agreed in joint decisions of that process; its own entry
	 * {@code ballotPolicy.<process>} goes before the general one
	 */
	default JointDecisionRules.Policy ballotPolicy(String process) {
		Setting own = settings().get(BALLOT_POLICY + "." + process);
		return JointDecisionRules.Policy.valueOf((own == null ? setting(BALLOT_POLICY) : own).value());
	}

	/**
	 * @return for how long files of those cases are kept; their own entry goes before the
	 * general one; empty where the body has not fixed it yet
	 */
	default Optional<RetentionPeriod> retention(String kind) {
		return findSetting(RETENTION + "." + kind).or(() -> findSetting(RETENTION)).map(RetentionPeriod::valueOf);
	}

	private Optional<Integer> figure(String key) {
		return Optional.ofNullable(settings().get(key)).map(Setting::number);
	}

}
