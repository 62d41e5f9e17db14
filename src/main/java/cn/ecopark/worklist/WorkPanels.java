package cn.ecopark.worklist;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** The work panels by the name that models use. */
@Component
public class WorkPanels {

	private final Map<String, WorkPanel> byName;

	WorkPanels(List<WorkPanel> panels) {
		this.byName = panels.stream().collect(Collectors.toUnmodifiableMap(WorkPanel::name, Function.identity()));
	}

	/**
	 * @return the panel
	 * @throws IllegalArgumentException when no module has one of that name; the model
	 * check refuses such models
	 */
	public WorkPanel get(String name) {
		WorkPanel panel = this.byName.get(name);
		if (panel == null) {
			throw new IllegalArgumentException("No work panel " + name);
		}
		return panel;
	}

	public boolean knows(String name) {
		return this.byName.containsKey(name);
	}

}
