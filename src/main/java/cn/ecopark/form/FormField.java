package cn.ecopark.form;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One component of a form schema.
 *
 * @param type as form-js names it; the allowed ones are {@link Type}
 * @param key name of the field; empty for texts and groups
 * @param hide when the field is not asked
 * @param children components of a group
 * @param answers what certain answers contradict, and which fact of documents they state
 * @param order between which other dates a date stands
 */
public record FormField(Type type, String key, String label, String help, List<Choice> choices, Rule rule,
		@Nullable Condition hide, @Nullable Object preset, List<FormField> children, AnswerRules answers,
		DateOrder order) {

	/** The components a schema may use. */
	public enum Type {

		/** One line of text. */
		TEXTFIELD,
		/** Several lines of text. */
		TEXTAREA,
		/** A figure. */
		NUMBER,
		/** One of a list. */
		SELECT,
		/** One of a few, all visible. */
		RADIO,
		/** Yes or no. */
		CHECKBOX,
		/** A day. */
		DATETIME,
		/** A heading with fields under it. */
		GROUP,
		/** A remark without a field. */
		TEXT

	}

	/** One value of a select or radio. */
	public record Choice(String value, String label) {
	}

	/**
	 * What a value must satisfy.
	 *
	 * @param decimals places of a figure behind its point; null where the schema sets
	 * none
	 */
	public record Rule(boolean required, @Nullable BigDecimal min, @Nullable BigDecimal max,
			@Nullable Integer minLength, @Nullable Integer maxLength, @Nullable String pattern,
			@Nullable Integer decimals) {

		public Rule(boolean required, @Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable Integer minLength,
				@Nullable Integer maxLength, @Nullable String pattern) {
			this(required, min, max, minLength, maxLength, pattern, null);
		}

		/**
		 * @return the distance between two figures that are next to each other, as pages
		 * have it
		 */
		public String step() {
			return this.decimals == null ? "any" : BigDecimal.ONE.movePointLeft(this.decimals).toPlainString();
		}

	}

	/** {@code =field = "value"} or {@code =field != "value"}. */
	public record Condition(String field, boolean equal, String value) {

		boolean holds(String actual) {
			return this.equal == this.value.equals(actual);
		}

	}

	/**
	 * @return the answer as the page words it
	 */
	public String wordOf(String value) {
		return this.choices.stream()
			.filter(choice -> choice.value().equals(value))
			.map(Choice::label)
			.findFirst()
			.orElse(value);
	}

	public boolean isInput() {
		return this.type != Type.GROUP && this.type != Type.TEXT;
	}

}
