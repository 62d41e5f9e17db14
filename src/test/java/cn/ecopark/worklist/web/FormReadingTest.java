package cn.ecopark.worklist.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormValue;
import cn.ecopark.form.FormValues;

import static org.assertj.core.api.Assertions.assertThat;

class FormReadingTest {

	private static final FormSchema SCHEMA = FormSchema
		.parse("""
				{ "components": [
				  { "type": "number", "key": "output" }, { "type": "datetime", "key": "day" },
				  { "type": "textfield", "key": "name" }, { "type": "textarea", "key": "story" },
				  { "type": "group", "components": [ { "type": "radio", "key": "yes" }, { "type": "select", "key": "grade" },
				    { "type": "checkbox", "key": "sworn" } ] } ] }
				""");

	@Test
	void typesWhatWasTyped() {
		FormValues read = read(Map.of("output", "12.50", "day", "2018-03-01", "name", "某园区", "story", "经过", "yes", "no",
				"grade", "1", "sworn", "true"));

		assertThat(read.byKey()).containsExactly(Map.entry("output", new FormValue.Figure(new BigDecimal("12.50"))),
				Map.entry("day", new FormValue.Day(LocalDate.of(2018, 3, 1))),
				Map.entry("name", new FormValue.Text("某园区")), Map.entry("story", new FormValue.Text("经过")),
				Map.entry("yes", new FormValue.Chosen("no")), Map.entry("grade", new FormValue.Chosen("1")),
				Map.entry("sworn", new FormValue.YesNo(true)));
	}

	@Test
	void leavesOutWhatWasLeftOutAndWhatTheFormDoesNotHave() {
		assertThat(read(Map.of("output", "", "another", "值")).byKey()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "很多", "1,000", "0x10", "NaN", "1 2", "0000000000000000000000000000001" })
	void leavesAFigureThatIsNoneAsItWasTyped(String typed) {
		assertThat(read(Map.of("output", typed)).get("output")).isEqualTo(new FormValue.Text(typed));
	}

	@ParameterizedTest
	@ValueSource(strings = { "000000000000000000000000000001", "1e999999999", "-0.5" })
	void takesEveryFigureOfThirtyCharacters(String typed) {
		assertThat(read(Map.of("output", typed)).get("output")).isEqualTo(new FormValue.Figure(new BigDecimal(typed)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2018-02-30", "2018/03/01", "昨天", "2018-99-99" })
	void leavesADayThatIsNoneAsItWasTyped(String typed) {
		assertThat(read(Map.of("day", typed)).get("day")).isEqualTo(new FormValue.Text(typed));
	}

	private static FormValues read(Map<String, String> typed) {
		return FormReading.of(SCHEMA, key -> typed.getOrDefault(key, ""));
	}

}
