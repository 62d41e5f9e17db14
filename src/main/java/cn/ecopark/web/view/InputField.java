package cn.ecopark.web.view;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One component of a form schema, ready to be drawn. It is posted as {@code f.<key>}.
 *
 * @param value as text; dates as {@code 2019-06-12}, a checkbox as {@code true}
 * @param choices for SELECT and RADIO
 * @param error what is wrong with it, null where nothing is
 * @param limits for numbers and text
 * @param hide when it is hidden, null for never
 * @param fields children of a GROUP
 */
public record InputField(String key, Type type, String label, @Nullable String help, boolean required,
		@Nullable String value, List<Choice> choices, @Nullable String error, Limits limits, @Nullable Hide hide,
		List<InputField> fields) {

	/** Component types of the schema; NOTE is its {@code text}. */
	public enum Type {

		TEXT, TEXTAREA, NUMBER, SELECT, RADIO, CHECKBOX, DATE, GROUP, NOTE;

		public String fragment() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Smallest and largest number (or date), decimal step, and length of text.
	 *
	 * @param notBefore names of inputs whose dates are not later, parted by a space
	 * @param notAfter names of inputs whose dates are not earlier
	 */
	public record Limits(@Nullable String min, @Nullable String max, @Nullable String step, @Nullable Integer minLength,
			@Nullable Integer maxLength, @Nullable String pattern, @Nullable String notBefore,
			@Nullable String notAfter) {

		public static final Limits NONE = new Limits(null, null, null, null, null, null);

		public Limits(@Nullable String min, @Nullable String max, @Nullable String step, @Nullable Integer minLength,
				@Nullable Integer maxLength, @Nullable String pattern) {
			this(min, max, step, minLength, maxLength, pattern, null, null);
		}

		public static Limits ofDate(String first, String last, @Nullable String notBefore, @Nullable String notAfter) {
			return new Limits(first, last, null, null, null, null, notBefore, notAfter);
		}

	}

	/**
	 * Hidden while another field equals (or does not equal) a value.
	 *
	 * @param field key of that field
	 * @param equal true for {@code =field = "value"}, false for {@code =field != "value"}
	 */
	public record Hide(String field, boolean equal, String value) {
	}

	public String name() {
		return "f." + this.key;
	}

	/** Two short answers stand side by side behind the question. */
	public boolean segment() {
		return this.type == Type.RADIO && this.choices.size() == 2
				&& this.choices.stream().allMatch((choice) -> choice.label().length() <= 3);
	}

}
