package cn.ecopark.worklist.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormValue;
import cn.ecopark.form.FormValues;

/**
 * Types what was typed as the schema says. What cannot be read stays text, in a field
 * that takes none: the schema then says what is wrong with it.
 */
final class FormReading {

	/** Characters of a figure; nobody means a longer one. */
	private static final int LONGEST_NUMBER = 30;

	private FormReading() {
	}

	/**
	 * @param entered what was typed into a field, trimmed, by its key; empty for nothing
	 */
	static FormValues of(FormSchema schema, UnaryOperator<String> entered) {
		Map<String, FormValue> values = new LinkedHashMap<>();
		for (FormField field : schema.inputs()) {
			String typed = entered.apply(field.key());
			if (!typed.isEmpty()) {
				values.put(field.key(), value(field, typed));
			}
		}
		return new FormValues(values);
	}

	private static FormValue value(FormField field, String typed) {
		return switch (field.type()) {
			case NUMBER -> number(typed);
			case DATETIME -> day(typed);
			case SELECT, RADIO -> new FormValue.Chosen(typed);
			case CHECKBOX -> new FormValue.YesNo(true);
			case TEXTFIELD, TEXTAREA, GROUP, TEXT -> new FormValue.Text(typed);
		};
	}

	private static FormValue number(String typed) {
		if (typed.length() > LONGEST_NUMBER) {
			return new FormValue.Text(typed);
		}
		try {
			return new FormValue.Figure(new BigDecimal(typed));
		}
		catch (NumberFormatException notANumber) {
			return new FormValue.Text(typed);
		}
	}

	private static FormValue day(String typed) {
		try {
			return new FormValue.Day(LocalDate.parse(typed));
		}
		catch (DateTimeParseException noDay) {
			return new FormValue.Text(typed);
		}
	}

}
