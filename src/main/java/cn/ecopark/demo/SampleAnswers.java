package cn.ecopark.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormValue;
import cn.ecopark.form.FormValues;

/**
 * Fills forms as their schemas allow: what is told is entered, every other field that
 * must be filled gets something plausible and marked as invented.
 *
 * @param told by key of the field
 * @param today the day of dates that nothing is told of
 * @param share of the full score of figures that have one; null for the full score
 */
record SampleAnswers(Map<String, String> told, LocalDate today, @Nullable Double share) {

	private static final String INVENTED = "示例内容（虚构）";

	FormValues fill(FormSchema schema) {
		Map<String, FormValue> values = new LinkedHashMap<>();
		for (FormField field : schema.inputs()) {
			String words = this.told.get(field.key());
			if (words != null && isAnswer(field, words)) {
				values.put(field.key(), typed(field, words));
			}
			else if (field.type() == FormField.Type.CHECKBOX || field.rule().required()) {
				values.put(field.key(), made(field));
			}
		}
		return new FormValues(values);
	}

	/** Forms ask by the same key for a figure and for a choice. */
	private static boolean isAnswer(FormField field, String words) {
		return field.choices().isEmpty() || field.choices().stream().anyMatch((choice) -> choice.value().equals(words));
	}

	private static FormValue typed(FormField field, String words) {
		return switch (field.type()) {
			case NUMBER -> new FormValue.Figure(new BigDecimal(words));
			case DATETIME -> new FormValue.Day(LocalDate.parse(words));
			case SELECT, RADIO -> new FormValue.Chosen(words);
			case CHECKBOX -> new FormValue.YesNo(Boolean.parseBoolean(words));
			case TEXTFIELD, TEXTAREA, GROUP, TEXT -> new FormValue.Text(words);
		};
	}

	private FormValue made(FormField field) {
		return switch (field.type()) {
			case NUMBER -> new FormValue.Figure(figure(field.rule()));
			case DATETIME -> new FormValue.Day(this.today);
			case SELECT, RADIO -> new FormValue.Chosen(field.choices().get(0).value());
			case CHECKBOX -> new FormValue.YesNo(true);
			case TEXTFIELD, TEXTAREA, GROUP, TEXT -> new FormValue.Text(INVENTED);
		};
	}

	private BigDecimal figure(FormField.Rule rule) {
		BigDecimal most = rule.max();
		if (most == null) {
			return Objects.requireNonNullElse(rule.min(), BigDecimal.ONE);
		}
		return this.share == null ? most : most.multiply(BigDecimal.valueOf(this.share))
			.setScale(Objects.requireNonNullElse(rule.decimals(), 0), RoundingMode.HALF_UP);
	}

}
