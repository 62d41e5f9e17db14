package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Audience;

/** The work panels by the name that models use. */
@Component
public class WorkPanels {

	private final Map<String, WorkPanel<?>> byName;

	WorkPanels(List<WorkPanel<?>> panels) {
		this.byName = panels.stream().collect(Collectors.toUnmodifiableMap(WorkPanel::name, Function.identity()));
	}

	public boolean knows(String name) {
		return this.byName.containsKey(name);
	}

	/**
	 * @return by outcome, which law forbids to choose in that step as things stand, and
	 * why
	 */
	public Map<String, LegalRefusal> closedOutcomes(WorkItem item) {
		return get(item.description().panel()).closedOutcomes(item);
	}

	/**
	 * @param disclosed how widely what is said in the role of the step may be shown at
	 * most
	 * @return the step as drawn, but shown to nobody who must not see what is said in it
	 */
	public TaskDescription undisclosed(TaskDescription drawn, Audience disclosed) {
		WorkPanel<?> panel = get(drawn.panel());
		return drawn.shownAtMostTo(narrower(disclosed, panel.widestAudience()), panel.isIndependent());
	}

	/**
	 * @return whether somebody votes, signs or concludes in that step
	 */
	public boolean isVote(WorkItem item) {
		return get(item.description().panel()).isVote();
	}

	/**
	 * @return what kind of decision is taken in that step
	 */
	public Class<? extends Decision> takes(WorkItem item) {
		return get(item.description().panel()).takes();
	}

	/**
	 * @return digest of what is decided on besides documents and form
	 */
	String decidedText(WorkItem item) {
		return get(item.description().panel()).decidedText(item);
	}

	/** The item's panel checks the decision. */
	void check(WorkItem item, Decision decision, Map<String, InputError> errors) {
		check(get(item.description().panel()), item, decision, errors);
	}

	/** The item's panel keeps what was decided. */
	void carryOut(WorkItem item, Decision decision, WorkPanel.Kept kept) {
		carryOut(get(item.description().panel()), item, decision, kept);
	}

	private static Audience narrower(Audience one, Audience other) {
		return one.compareTo(other) <= 0 ? one : other;
	}

	private static <D extends Decision> void check(WorkPanel<D> panel, WorkItem item, Decision decision,
			Map<String, InputError> errors) {
		panel.check(item, typed(panel, decision), errors);
	}

	private static <D extends Decision> void carryOut(WorkPanel<D> panel, WorkItem item, Decision decision,
			WorkPanel.Kept kept) {
		panel.carryOut(item, typed(panel, decision), kept);
	}

	/**
	 * @throws IllegalArgumentException when the decision is for another panel; whoever
	 * reads decisions asks the item which panel it has
	 */
	private static <D extends Decision> D typed(WorkPanel<D> panel, Decision decision) {
		if (!panel.takes().isInstance(decision)) {
			throw new IllegalArgumentException(
					"Work panel " + panel.name() + " takes no " + decision.getClass().getSimpleName());
		}
		return panel.takes().cast(decision);
	}

	/**
	 * @throws IllegalArgumentException when no module has one of that name; the model
	 * check refuses such models
	 */
	private WorkPanel<?> get(String name) {
		WorkPanel<?> panel = this.byName.get(name);
		if (panel == null) {
			throw new IllegalArgumentException("No work panel " + name);
		}
		return panel;
	}

}
