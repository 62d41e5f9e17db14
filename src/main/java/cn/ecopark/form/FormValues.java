package cn.ecopark.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a form was filled in with, by key of the field. A value whose type is not its
 * field's stands for something that could not be understood; the schema refuses it.
 */
public record FormValues(Map<String, FormValue> byKey) {

	/** Nothing was filled in. */
	public static final FormValues NONE = new FormValues(Map.of());

	public FormValues {
		byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
	}

	public FormValues with(String key, FormValue value) {
		Map<String, FormValue> more = new LinkedHashMap<>(this.byKey);
		more.put(key, value);
		return new FormValues(more);
	}

	public FormValues with(String key, String words) {
		return with(key, new FormValue.Text(words));
	}

	public FormValues with(String key, BigDecimal number) {
		return with(key, new FormValue.Figure(number));
	}

	public FormValues with(String key, LocalDate day) {
		return with(key, new FormValue.Day(day));
	}

	public @Nullable FormValue get(String key) {
		return this.byKey.get(key);
	}

	/**
	 * @return the value in words; empty where it was left out
	 */
	public String text(String key) {
		FormValue value = this.byKey.get(key);
		return value == null ? "" : value.text();
	}

	/**
	 * @return the day; empty where none was given that could be understood
	 */
	public Optional<LocalDate> day(String key) {
		return this.byKey.get(key) instanceof FormValue.Day day ? Optional.of(day.date()) : Optional.empty();
	}

}
