package cn.ecopark.web.view;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One step of the strip on top of a task, a case or a park.
 *
 * @param label name of the step
 * @param note when it was done, how far it is, or who and how long it will take
 */
public record Step(String label, @Nullable String note, State state) {

	/** Where the step is. */
	public enum State {

		DONE, PRESENT, FUTURE

	}

	public String css() {
		return "step-" + this.state.name().toLowerCase(Locale.ROOT);
	}

}
