package cn.ecopark.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.form.FormField.Choice;
import cn.ecopark.form.FormField.Rule;
import cn.ecopark.form.FormField.Type;
import cn.ecopark.form.InputError;

import static org.assertj.core.api.Assertions.assertThat;

class FieldRulesTest {

	private static final Rule NO_RULE = new Rule(false, null, null, null, null, null);

	private static final Rule REQUIRED = new Rule(true, null, null, null, null, null);

	@Nested
	class WhatIsLeftOut {

		@ParameterizedTest
		@EnumSource(names = { "TEXTFIELD", "TEXTAREA", "NUMBER", "SELECT", "RADIO", "CHECKBOX", "DATETIME" })
		void isAskedForWhereItIsRequired(Type type) {
			assertRefused(field(type, REQUIRED), null, "form.error.required", "标题");
		}

		@ParameterizedTest
		@EnumSource(names = { "TEXTFIELD", "TEXTAREA", "NUMBER", "SELECT", "RADIO", "CHECKBOX", "DATETIME" })
		void isTakenWhereItIsNot(Type type) {
			assertTaken(field(type, NO_RULE), null);
		}

		@Test
		void isWhiteSpaceToo() {
			assertRefused(field(Type.TEXTFIELD, REQUIRED), new FormValue.Text(" \n "), "form.error.required", "标题");
			assertTaken(field(Type.NUMBER, NO_RULE), new FormValue.Text(" "));
		}

		@Test
		void isABoxThatIsNotTicked() {
			assertRefused(field(Type.CHECKBOX, REQUIRED), new FormValue.YesNo(false), "form.error.required", "标题");
			assertTaken(field(Type.CHECKBOX, REQUIRED), new FormValue.YesNo(true));
		}

	}

	@Nested
	class Figures {

		private final FormField bounded = field(Type.NUMBER,
				new Rule(false, new BigDecimal("-1.5"), new BigDecimal("100"), null, null, null));

		private final FormField free = field(Type.NUMBER, NO_RULE);

		@ParameterizedTest
		@ValueSource(strings = { "-1.5", "-1.49", "0", "99.999", "100", "1E+2", "100.000" })
		void areTakenUpToTheirBounds(String number) {
			assertTaken(this.bounded, figure(number));
		}

		@Test
		void areRefusedBeyondTheirBounds() {
			assertRefused(this.bounded, figure("-1.51"), "form.error.min", "标题", "-1.5");
			assertRefused(this.bounded, figure("100.001"), "form.error.max", "标题", "100");
		}

		@ParameterizedTest
		@ValueSource(strings = { "999999999999999999", "-999999999999999999.999999999999", "1E+17", "0.000000000001",
				"1.0000000000000000", "0E-99" })
		void areTakenUpToWhatDatabasesAndDocumentsCanHold(String number) {
			assertTaken(this.free, figure(number));
		}

		@ParameterizedTest
		@ValueSource(strings = { "1E+18", "1e999999999", "-1e2147483647", "0.0000000000001", "1e-999999999",
				"1000000000000000000.5" })
		void areRefusedBeyondThat(String number) {
			assertRefused(this.free, figure(number), "form.error.digits", "标题", 18, 12);
		}

		@Test
		void haveNoMorePlacesThanTheSchemaSays() {
			FormField whole = field(Type.NUMBER, new Rule(false, null, null, null, null, null, 0));
			FormField one = field(Type.NUMBER, new Rule(false, null, null, null, null, null, 1));

			assertTaken(whole, figure("12"));
			assertTaken(whole, figure("12.0"));
			assertTaken(whole, figure("1E+1"));
			assertRefused(whole, figure("12.5"), "form.error.whole", "标题");
			assertTaken(one, figure("12.5"));
			assertRefused(one, figure("12.55"), "form.error.decimals", "标题", 1);
			assertThat(whole.rule().step()).isEqualTo("1");
			assertThat(one.rule().step()).isEqualTo("0.1");
			assertThat(NO_RULE.step()).isEqualTo("any");
		}

		@Test
		void areNoWords() {
			assertRefused(this.free, new FormValue.Text("很多"), "form.error.number", "标题");
			assertRefused(this.free, new FormValue.Chosen("1"), "form.error.number", "标题");
		}

	}

	@Nested
	class Words {

		private final FormField bounded = field(Type.TEXTFIELD, new Rule(false, null, null, 2, 4, null));

		@Test
		void areTakenUpToTheirLengths() {
			assertTaken(this.bounded, new FormValue.Text("两字"));
			assertTaken(this.bounded, new FormValue.Text("一共四字"));
		}

		@Test
		void areRefusedBeyondTheirLengths() {
			assertRefused(this.bounded, new FormValue.Text("一"), "form.error.min-length", "标题", 2);
			assertRefused(this.bounded, new FormValue.Text("一共五个字"), "form.error.max-length", "标题", 4);
		}

		@Test
		void endSomewhereWhereTheFormSetsNoLength() {
			FormField free = field(Type.TEXTAREA, NO_RULE);

			assertTaken(free, new FormValue.Text("长".repeat(20_000)));
			assertRefused(free, new FormValue.Text("长".repeat(20_001)), "form.error.max-length", "标题", 20_000);
		}

		@Test
		void matchTheWholePattern() {
			FormField phone = field(Type.TEXTFIELD, new Rule(false, null, null, null, null, "[0-9-]{5,12}"));

			assertTaken(phone, new FormValue.Text("010-55550118"));
			assertRefused(phone, new FormValue.Text("010-55550118 转"), "form.error.pattern", "标题");
			assertRefused(phone, new FormValue.Text("<script>"), "form.error.pattern", "标题");
		}

		@ParameterizedTest
		@ValueSource(strings = { "一\u0000二", "一\u0007", "\u0085x\u0080y", "\ud800x" })
		void holdNoControlCharacters(String words) {
			assertRefused(field(Type.TEXTAREA, NO_RULE), new FormValue.Text(words), "form.error.control-characters",
					"标题");
		}

		@Test
		void haveLinesAndTabsAndRareCharacters() {
			assertTaken(field(Type.TEXTAREA, NO_RULE), new FormValue.Text("第一行\r\n\t第二行𠮷"));
		}

	}

	@Nested
	class ChoicesAndDays {

		@ParameterizedTest
		@EnumSource(names = { "SELECT", "RADIO" })
		void areAmongThoseOffered(Type type) {
			assertTaken(field(type, NO_RULE), new FormValue.Chosen("yes"));
			assertRefused(field(type, NO_RULE), new FormValue.Chosen("maybe"), "form.error.choice", "标题");
			assertRefused(field(type, NO_RULE), new FormValue.Text("yes"), "form.error.choice", "标题");
		}

		@ParameterizedTest
		@ValueSource(strings = { "1949-01-01", "2018-02-28", "2099-12-31" })
		void areDaysOfYearsThatProceduresHave(String day) {
			assertTaken(field(Type.DATETIME, NO_RULE), new FormValue.Day(LocalDate.parse(day)));
		}

		@ParameterizedTest
		@ValueSource(strings = { "1948-12-31", "2100-01-01", "0001-01-01", "0999-12-31", "1000-01-01", "9999-12-31",
				"+10000-01-01", "-2018-01-01", "+999999999-12-31" })
		void areNoSlipsOfTheHand(String day) {
			LocalDate slip = LocalDate.parse(day);

			assertRefused(field(Type.DATETIME, NO_RULE), new FormValue.Day(slip), "form.error.year", "标题",
					"%04d".formatted(slip.getYear()), "1949", "2099");
		}

		@Test
		void areNoWordsThatLookLikeDays() {
			assertRefused(field(Type.DATETIME, NO_RULE), new FormValue.Text("2018-02-30"), "form.error.date", "标题");
		}

	}

	private static FormField field(Type type, Rule rule) {
		return new FormField(type, "key", "标题", "", List.of(new Choice("yes", "是"), new Choice("no", "否")), rule, null,
				null, List.of(), AnswerRules.NONE, DateOrder.NONE);
	}

	private static FormValue figure(String number) {
		return new FormValue.Figure(new BigDecimal(number));
	}

	private static void assertTaken(FormField field, @Nullable FormValue value) {
		assertThat(FieldRules.check(field, value)).isNull();
	}

	private static void assertRefused(FormField field, @Nullable FormValue value, String message, Object... arguments) {
		InputError error = FieldRules.check(field, value);
		assertThat(error).isNotNull();
		assertThat(error.message()).isEqualTo(message);
		assertThat(error.arguments()).containsExactly(arguments);
	}

}
