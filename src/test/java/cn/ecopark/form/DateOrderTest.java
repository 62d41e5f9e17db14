package cn.ecopark.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.form.InputError;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DateOrderTest {

	private static final LocalDate TODAY = parse("2018-03-10");

	private static final Map<String, LocalDate> KNOWN = Map.of("today", TODAY, "submitted", parse("2018-01-08"));

	private static final FormSchema VISIT = FormSchema.parse("""
			{ "id": "visit", "components": [
			  { "type": "group", "label": "安排", "components": [
			    { "type": "datetime", "key": "from", "dateLabel": "开始日期", "properties": { "notBefore": "submitted" } },
			    { "type": "datetime", "key": "to", "dateLabel": "结束日期", "properties": { "notBefore": "from" } } ] },
			  { "type": "radio", "key": "seen", "label": "踏勘", "values": [ { "value": "yes", "label": "是" } ] },
			  { "type": "datetime", "key": "seenOn", "dateLabel": "踏勘日期", "properties": { "notAfter": "to, today" },
			    "conditional": { "hide": "=seen != \\"yes\\"" } },
			  { "type": "datetime", "key": "finishBy", "dateLabel": "完成时间",
			    "properties": { "notBefore": "today,seenOn" } } ] }
			""");

	@ParameterizedTest
	@CsvSource({ "2018-03-01, 2018-03-01", "2018-03-01, 2018-03-02", "2018-01-08, 2018-12-31" })
	void takesPairsInOrderAndOfOneDay(String from, String to) {
		assertThat(errors("from", from, "to", to)).isEmpty();
	}

	@Test
	void refusesAPairInTheWrongOrderAtTheDateThatIsBound() {
		Map<String, InputError> errors = errors("from", "2018-03-02", "to", "2018-03-01");

		assertThat(errors).containsOnlyKeys("f.to");
		assertError(errors.get("f.to"), "form.error.not-before", "结束日期", "开始日期", "2018-03-02");
	}

	@Test
	void refusesWhatIsLaterThanItMayBe() {
		assertError(errors("seen", "yes", "to", "2018-03-01", "seenOn", "2018-03-02").get("f.seenOn"),
				"form.error.not-after", "踏勘日期", "结束日期", "2018-03-01");
		assertThat(errors("seen", "yes", "to", "2018-03-01", "seenOn", "2018-03-01")).isEmpty();
	}

	@Test
	void comparesWithToday() {
		assertThat(errors("finishBy", "2018-03-10", "seen", "yes", "seenOn", "2018-03-10")).isEmpty();
		assertError(errors("finishBy", "2018-03-09").get("f.finishBy"), "form.error.not-before-today", "完成时间",
				"2018-03-10");
		assertError(errors("seen", "yes", "seenOn", "2018-03-11").get("f.seenOn"), "form.error.not-after-today", "踏勘日期",
				"2018-03-10");
	}

	@Test
	void comparesWithTheDayOfTheApplicationWhereThereIsOne() {
		assertThat(errors("from", "2018-01-08")).isEmpty();
		assertError(errors("from", "2018-01-07").get("f.from"), "form.error.not-before-submitted", "开始日期",
				"2018-01-08");
		assertThat(errors(Map.of("today", TODAY), "from", "2018-01-07")).isEmpty();
	}

	@Test
	void isNotBoundByDatesThatAreMissingHiddenOrWrong() {
		assertThat(errors("to", "2018-03-01")).isEmpty();
		assertThat(errors("from", "2018-03-02")).isEmpty();
		assertThat(errors("seen", "no", "seenOn", "2018-05-01", "finishBy", "2018-04-01")).isEmpty();
		assertThat(errors("from", "2999-01-01", "to", "2018-03-01")).containsOnlyKeys("f.from");
		assertThat(errors("from", "尽快", "to", "2018-03-01")).containsOnlyKeys("f.from");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"notBefore\": \"b\"", "\"notAfter\": \"nothing\"", "\"notBefore\": \"a\"",
			"\"notAfter\": \"c,today,d\"", "\"notbefore\": \"c\"" })
	void refusesOrdersThatNameNoOtherDateOfTheForm(String property) {
		assertThatThrownBy(() -> FormSchema.parse("""
				{ "components": [ { "type": "datetime", "key": "a", "properties": { %s } },
				  { "type": "textfield", "key": "b" }, { "type": "datetime", "key": "c" } ] }
				""".formatted(property))).isInstanceOf(FormSchema.NotAllowed.class);
	}

	@Test
	void refusesAnOrderOfWhatIsNoDate() {
		assertThatThrownBy(() -> FormSchema.parse("""
				{ "components": [ { "type": "textfield", "key": "a", "properties": { "notBefore": "today" } } ] }
				""")).isInstanceOf(FormSchema.NotAllowed.class);
	}

	@Test
	void tellsTheBrowserWhatCanBeChosen() {
		DateOrder order = DateOrder.of("submitted,from", "today");

		assertThat(order.firstDay(KNOWN)).isEqualTo("2018-01-08");
		assertThat(order.lastDay(KNOWN)).isEqualTo("2018-03-10");
		assertThat(DateOrder.NONE.firstDay(KNOWN)).isEqualTo("1949-01-01");
		assertThat(DateOrder.NONE.lastDay(KNOWN)).isEqualTo("2099-12-31");
		assertThat(order.others()).containsExactly("from");
	}

	/** A second date in a form that is bound to no other would be a pair forgotten. */
	@Test
	void bindsEveryPairOfDatesInTheShippedForms() throws IOException {
		try (Stream<Path> forms = Files.list(Path.of("forms", "2015-167"))) {
			List<String> unbound = forms.filter(DateOrderTest::hasTwoDatesButNoOrder)
				.map(form -> form.getFileName().toString())
				.toList();

			assertThat(unbound).isEmpty();
		}
	}

	private static boolean hasTwoDatesButNoOrder(Path form) {
		List<FormField> dates = FormSchema.parse(read(form))
			.inputs()
			.stream()
			.filter(field -> field.type() == FormField.Type.DATETIME)
			.toList();
		return dates.size() > 1 && dates.stream().allMatch(date -> date.order().others().findAny().isEmpty());
	}

	private static String read(Path form) {
		try {
			return Files.readString(form);
		}
		catch (IOException unreadable) {
			throw new AssertionError(unreadable);
		}
	}

	private static Map<String, InputError> errors(String... pairs) {
		return errors(KNOWN, pairs);
	}

	private static Map<String, InputError> errors(Map<String, LocalDate> known, String... pairs) {
		FormValues values = FormValues.NONE;
		for (int index = 0; index < pairs.length; index += 2) {
			String value = pairs[index + 1];
			values = "seen".equals(pairs[index]) ? values.with("seen", new FormValue.Chosen(value))
					: value.matches("[\\d-]+") ? values.with(pairs[index], parse(value))
							: values.with(pairs[index], value);
		}
		Map<String, InputError> errors = new LinkedHashMap<>();
		VISIT.check(values, known, errors);
		errors.remove("f.seen");
		return errors;
	}

	private static void assertError(InputError error, String message, Object... arguments) {
		assertThat(error.message()).isEqualTo(message);
		assertThat(error.arguments()).containsExactly(arguments);
	}

}
