package cn.ecopark.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.form.FormField.Choice;
import cn.ecopark.form.FormField.Condition;
import cn.ecopark.form.FormField.Type;
import cn.ecopark.form.InputError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormSchemaTest {

	private static final FormSchema SCHEMA = FormSchema
		.parse("""
				{ "id": "visit", "components": [
				  { "type": "text", "text": "说明" },
				  { "type": "radio", "key": "violation", "label": "有无违法", "validate": { "required": true },
				    "values": [ { "value": "yes", "label": "有" }, { "value": "no", "label": "无" } ] },
				  { "type": "textarea", "key": "details", "label": "情况", "description": "说明经过",
				    "validate": { "required": true, "minLength": 2, "maxLength": 10 },
				    "conditional": { "hide": "=violation != \\"yes\\"" } },
				  { "type": "group", "label": "数据", "components": [
				    { "type": "number", "key": "output", "label": "产值", "validate": { "min": 0.5, "max": "1000" } },
				    { "type": "datetime", "key": "day", "dateLabel": "日期", "label": "不用" },
				    { "type": "textfield", "key": "code", "label": "代码", "validate": { "pattern": "[A-Z]+" }, "defaultValue": "A" },
				    { "type": "checkbox", "key": "sworn", "label": "承诺", "conditional": { "hide": "= violation = \\"no\\" " } } ] },
				  { "type": "select", "key": "grade", "label": "等级", "values": [ { "value": "1", "label": "一级" } ] } ] }
				""");

	@Test
	void readsWhatFormsSay() {
		assertThat(SCHEMA.id()).isEqualTo("visit");
		assertThat(SCHEMA.fields()).extracting(FormField::type)
			.containsExactly(Type.TEXT, Type.RADIO, Type.TEXTAREA, Type.GROUP, Type.SELECT);
		assertThat(SCHEMA.fields().get(0).label()).isEqualTo("说明");
		assertThat(SCHEMA.inputs()).extracting(FormField::key)
			.containsExactly("violation", "details", "output", "day", "code", "sworn", "grade");
	}

	@Test
	void readsTheRulesOfEachField() {
		FormField details = input("details");
		assertThat(details.help()).isEqualTo("说明经过");
		assertThat(details.rule()).isEqualTo(new FormField.Rule(true, null, null, 2, 10, null));
		assertThat(details.hide()).isEqualTo(new Condition("violation", false, "yes"));
		assertThat(input("output").rule().min()).isEqualByComparingTo("0.5");
		assertThat(input("output").rule().max()).isEqualByComparingTo("1000");
		assertThat(input("output").rule().required()).isFalse();
		assertThat(input("day").label()).isEqualTo("日期");
		assertThat(input("code").rule().pattern()).isEqualTo("[A-Z]+");
		assertThat(input("code").preset()).isEqualTo("A");
		assertThat(input("day").preset()).isNull();
		assertThat(input("sworn").hide()).isEqualTo(new Condition("violation", true, "no"));
		assertThat(input("violation").choices()).containsExactly(new Choice("yes", "有"), new Choice("no", "无"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"components\": [{\"type\": \"button\"}]}", "{\"components\": [{}]}",
			"{\"components\": [{\"type\": \"textfield\", \"conditional\": {\"hide\": \"=a = 1\"}}]}",
			"{\"components\": [{\"type\": \"textfield\", \"conditional\": {\"hide\": \"=a = \\\"1\\\" or true\"}}]}",
			"{\"components\": [{\"type\": \"textfield\", \"key\": \"a\", \"properties\": {\"notbefore\": \"b\"}}]}" })
	void refusesWhatTheServerCouldNotCheck(String json) {
		assertThatThrownBy(() -> FormSchema.parse(json)).isInstanceOf(FormSchema.NotAllowed.class);
	}

	@Test
	void asksForNothingThatIsHidden() {
		assertThat(errors(answered("no"))).isEmpty();
		assertThat(errors(answered("yes"))).containsOnlyKeys("f.details");
		assertThat(errors(FormValues.NONE)).containsOnlyKeys("f.violation");
	}

	@Test
	void checksEveryFieldThatIsAskedInGroupsToo() {
		FormValues wrong = answered("yes").with("details", "一")
			.with("output", new BigDecimal("0.49"))
			.with("day", "昨天")
			.with("code", "abc")
			.with("grade", new FormValue.Chosen("2"));

		assertThat(errors(wrong)).containsOnlyKeys("f.details", "f.output", "f.day", "f.code", "f.grade");
		assertThat(errors(wrong).get("f.output").message()).isEqualTo("form.error.min");
	}

	@Test
	void keepsValuesTypedAsTheSchemaSays() {
		FormValues values = answered("yes").with("details", " 有投诉 ")
			.with("output", new BigDecimal("12.50"))
			.with("day", LocalDate.of(2018, 3, 1))
			.with("code", "AB")
			.with("sworn", new FormValue.YesNo(true))
			.with("grade", new FormValue.Chosen("1"));

		assertThat(errors(values)).isEmpty();
		assertThat(SCHEMA.kept(values)).containsExactly(Map.entry("violation", "yes"), Map.entry("details", "有投诉"),
				Map.entry("output", new BigDecimal("12.50")), Map.entry("day", "2018-03-01"), Map.entry("code", "AB"),
				Map.entry("sworn", true), Map.entry("grade", "1"));
	}

	@Test
	void keepsNothingThatIsHiddenLeftOutOrUnknown() {
		FormValues values = answered("no").with("details", "藏着的")
			.with("sworn", new FormValue.YesNo(true))
			.with("code", "  ")
			.with("caseId", "另一案");

		assertThat(SCHEMA.kept(values)).containsExactly(Map.entry("violation", "no"));
	}

	@Test
	void keepsThatABoxWasNotTicked() {
		assertThat(SCHEMA.kept(answered("yes"))).containsEntry("sworn", false);
		assertThat(SCHEMA.kept(answered("yes").with("sworn", new FormValue.YesNo(false)))).containsEntry("sworn",
				false);
	}

	@Test
	void wordsAnAnswerByTheChoiceThatWasMade() {
		assertThat(input("violation").wordOf("no")).isEqualTo("无");
		assertThat(input("violation").wordOf("yes")).isEqualTo("有");
		assertThat(input("violation").wordOf("perhaps")).isEqualTo("perhaps");
	}

	@Test
	void gathersTheOutcomesThatAnswersMayContradict() {
		FormSchema schema = FormSchema.parse("""
				{"components": [
				  {"type": "radio", "key": "a", "properties": {"contradicts": "yes:ADMIT; no:REJECT"}},
				  {"type": "group", "components": [
				    {"type": "radio", "key": "b", "properties": {"contradicts": "no:PASS"}}]}]}
				""");

		assertThat(schema.outcomesContradicted()).containsExactly("ADMIT", "PASS", "REJECT");
		assertThat(SCHEMA.outcomesContradicted()).isEmpty();
	}

	@Test
	void takesTheLabelOfADateWhereItHasNoOther() {
		FormSchema schema = FormSchema.parse("""
				{"components": [
				  {"type": "datetime", "key": "a", "label": "日期", "defaultValue": null},
				  {"type": "textfield", "key": "b", "dateLabel": "不用", "label": "名称",
				   "validate": {"pattern": 7, "min": null}, "defaultValue": 3}]}
				""");

		assertThat(schema.inputs()).extracting(FormField::label).containsExactly("日期", "名称");
		assertThat(schema.inputs()).extracting(FormField::preset).containsExactly(null, "3");
		assertThat(schema.inputs().get(1).rule()).isEqualTo(new FormField.Rule(false, null, null, null, null, null));
	}

	private static FormValues answered(String violation) {
		return FormValues.NONE.with("violation", new FormValue.Chosen(violation));
	}

	private static FormField input(String key) {
		return SCHEMA.inputs().stream().filter(field -> field.key().equals(key)).findFirst().orElseThrow();
	}

	private static Map<String, InputError> errors(FormValues values) {
		Map<String, InputError> errors = new LinkedHashMap<>();
		SCHEMA.check(values, Map.of(), errors);
		return errors;
	}

	@Test
	void takesWholeNumbersAsLengthsOnly() {
		assertThatThrownBy(() -> FormSchema.parse("""
				{"components": [{"type": "textfield", "key": "a", "validate": {"maxLength": 1.5}}]}
				""")).isInstanceOf(FormSchema.NotAllowed.class);
		assertThat(List.of(input("grade").children())).containsExactly(List.of());
	}

}
