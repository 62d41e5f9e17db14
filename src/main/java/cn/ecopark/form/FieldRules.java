package cn.ecopark.form;

import java.math.BigDecimal;
import java.time.LocalDate;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

import cn.ecopark.form.FormField.Rule;

/** Whether a value may stand in a field of a form. */
final class FieldRules {

	/** Digits before and after the point that every database and document can take. */
	private static final int WHOLE_DIGITS = 18;

	private static final int DECIMALS = 12;

	/** Where the schema sets no longest text. */
	private static final int LONGEST = 20_000;

	/**
	 * Other years are slips of the hand: no step of a procedure happened before the
	 * authorities were founded, and none is planned for another century.
	 */
	static final int FIRST_YEAR = 1949;

	static final int LAST_YEAR = 2099;

	private FieldRules() {
	}

	/**
	 * @param value null where the field was left out
	 * @return what is wrong with it; null for nothing
	 */
	static @Nullable InputError check(FormField field, @Nullable FormValue value) {
		if (value == null || value.text().isEmpty()) {
			return field.rule().required() ? new InputError("form.error.required", field.label()) : null;
		}
		return switch (field.type()) {
			case NUMBER -> value instanceof FormValue.Figure figure ? checkNumber(field, figure.number())
					: new InputError("form.error.number", field.label());
			case SELECT, RADIO -> value instanceof FormValue.Chosen chosen && isOffered(field, chosen) ? null
					: new InputError("form.error.choice", field.label());
			case DATETIME -> value instanceof FormValue.Day day ? checkDay(field, day.date())
					: new InputError("form.error.date", field.label());
			case TEXTFIELD, TEXTAREA -> checkText(field, value.text());
			case CHECKBOX, GROUP, TEXT -> null;
		};
	}

	private static boolean isOffered(FormField field, FormValue.Chosen chosen) {
		return field.choices().stream().anyMatch(choice -> choice.value().equals(chosen.code()));
	}

	private static @Nullable InputError checkDay(FormField field, LocalDate day) {
		return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? null : new InputError("form.error.year",
				field.label(), "%04d".formatted(day.getYear()), String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
	}

	private static @Nullable InputError checkNumber(FormField field, BigDecimal number) {
		BigDecimal least = number.stripTrailingZeros();
		if ((long) least.precision() - least.scale() > WHOLE_DIGITS || least.scale() > DECIMALS) {
			return new InputError("form.error.digits", field.label(), WHOLE_DIGITS, DECIMALS);
		}
		Integer decimals = field.rule().decimals();
		if (decimals != null && least.scale() > decimals) {
			return decimals == 0 ? new InputError("form.error.whole", field.label())
					: new InputError("form.error.decimals", field.label(), decimals);
		}
		BigDecimal min = field.rule().min();
		BigDecimal max = field.rule().max();
		if (min != null && number.compareTo(min) < 0) {
			return new InputError("form.error.min", field.label(), min.toPlainString());
		}
		if (max != null && number.compareTo(max) > 0) {
			return new InputError("form.error.max", field.label(), max.toPlainString());
		}
		return null;
	}

	private static @Nullable InputError checkText(FormField field, String words) {
		Rule rule = field.rule();
		if (rule.minLength() != null && words.length() < rule.minLength()) {
			return new InputError("form.error.min-length", field.label(), rule.minLength());
		}
		int longest = rule.maxLength() == null ? LONGEST : rule.maxLength();
		if (words.length() > longest) {
			return new InputError("form.error.max-length", field.label(), longest);
		}
		if (!PlainText.isPlain(words)) {
			return new InputError("form.error.control-characters", field.label());
		}
		InputError unreadable = PlainText.error(words);
		if (unreadable != null) {
			return unreadable;
		}
		if (rule.pattern() != null && !Pattern.matches(rule.pattern(), words)) {
			return new InputError("form.error.pattern", field.label());
		}
		return null;
	}

}
