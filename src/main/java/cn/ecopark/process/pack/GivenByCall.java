package cn.ecopark.process.pack;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a call activity may give to the part it calls instead of what is drawn there, as a
 * property {@code form.Task_Review}: so that one drawing serves several callers.
 */
public enum GivenByCall {

	/** The form that a step is done with. */
	FORM("form"),
	/** What may be handed in with a step. */
	OPTIONAL_DOCUMENTS("optionalDocuments"),
	/** What may be chosen for each park in a step. */
	CHOICES("choices"),
	/** The official documents that a step produces, each behind its outcome. */
	ISSUES("issues"),
	/** The limit that runs where the part says another; named by that, not by a step. */
	LIMIT("limit");

	private final String text;

	GivenByCall(String text) {
		this.text = text;
	}

	/**
	 * @param to the step, or the limit, that it is given to
	 * @return name of the property of the call activity
	 */
	public String property(String to) {
		return this.text + "." + to;
	}

	/**
	 * @return what the property is called before its dot
	 */
	public String text() {
		return this.text;
	}

	/**
	 * @param property of a call activity
	 * @return empty for one that gives nothing
	 */
	static Optional<GivenByCall> named(String property) {
		return Stream.of(values()).filter(given -> property.startsWith(given.text + ".")).findFirst();
	}

	/**
	 * @return the step, or the limit, that the property gives to
	 */
	String to(String property) {
		return property.substring(this.text.length() + 1);
	}

}
