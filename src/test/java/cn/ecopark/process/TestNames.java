package cn.ecopark.process;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

import cn.ecopark.process.engine.LimitTimers;
import cn.ecopark.process.engine.ScopeNames;
import cn.ecopark.process.pack.Effect;

/**
 * The names of the diagrams as a test wants them: delegates only note that they were
 * called and set the facts they were told to.
 */
final class TestNames implements ScopeNames {

	static final List<String> MINISTRIES = List.of("MEE", "MOFCOM", "MOST");

	static final List<String> EXPERTS = List.of("11", "12", "13");

	static final List<String> SIGNERS = List.of("12", "13", "MEE");

	private static final Map<String, String> FACT_OF_DELEGATE = Map.of("tallyBallots", "ballotsResult",
			"applyCoordination", "coordinationResult", "checkPanel", "panelResult", "gradeRecheck", "recheckGrade",
			"settleOpinion", "conclusionResult");

	private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	private final Map<String, Deque<String>> facts = new HashMap<>();

	private final List<String> calls = new ArrayList<>();

	private final List<String> asked = new ArrayList<>();

	void forget() {
		this.facts.clear();
		this.calls.clear();
		this.asked.clear();
	}

	/** Each call of the delegate sets its fact to the next of these values. */
	void willFind(String delegate, String... values) {
		this.facts.computeIfAbsent(delegate, name -> new ArrayDeque<>()).addAll(List.of(values));
	}

	/**
	 * @return the delegates called so far, listeners with the task they were called for
	 */
	List<String> calls() {
		return List.copyOf(this.calls);
	}

	/**
	 * @return the names whose values anybody wanted so far
	 */
	List<String> asked() {
		return List.copyOf(this.asked);
	}

	/**
	 * @return the date a name stands for; no two limits have the same
	 */
	Date date(String name) {
		String limit = name.substring(name.indexOf('_') + 1);
		long day = 30 + Math.floorMod(limit.hashCode(), 1000);
		return Date.from(this.start.plus(Duration.ofDays(name.startsWith(LimitTimers.REMIND) ? day - 5 : day)));
	}

	@Override
	public boolean knows(String name) {
		return Effect.named(name).isPresent() || LimitTimers.LISTENERS.contains(name)
				|| RegisteredNames.COLLECTIONS.contains(name) || isDate(name) || RegisteredNames.isFact(name);
	}

	@Override
	public @Nullable Object value(String name, VariableScope scope) {
		this.asked.add(name);
		if (isDate(name)) {
			return date(name);
		}
		return switch (name) {
			case "MINISTRIES" -> MINISTRIES;
			case "PANEL_INVITEES", "PANEL_EXPERTS" -> EXPERTS;
			case "PANEL_SIGNERS" -> SIGNERS;
			case "remind", "notifyOverdue" ->
				(TaskListener) task -> this.calls.add(name + " " + task.getTaskDefinitionKey());
			default -> Effect.named(name).isPresent() ? (JavaDelegate) execution -> called(name, execution) : null;
		};
	}

	private void called(String delegate, DelegateExecution execution) {
		this.calls.add(delegate);
		String fact = FACT_OF_DELEGATE.get(delegate);
		if (fact != null) {
			execution.setVariable(fact, this.facts.getOrDefault(delegate, new ArrayDeque<>()).remove());
		}
	}

	private static boolean isDate(String name) {
		return RegisteredNames.DATES.contains(name) || name.startsWith(LimitTimers.DUE)
				|| name.startsWith(LimitTimers.REMIND);
	}

}
