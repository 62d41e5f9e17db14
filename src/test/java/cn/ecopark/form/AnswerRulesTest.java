package cn.ecopark.form;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.form.AnswerRules.Contradiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswerRulesTest {

	@Test
	void readsWhatAnAnswerContradicts() {
		AnswerRules rules = AnswerRules.of("no:FORWARD,ADMIT", "yes:DISAGREE:FORWARD; yes:AGREE:REFUSE", "siteVisited");

		assertThat(rules.contradictedBy("no", "FORWARD"))
			.containsExactly(new Contradiction("no", "", List.of("FORWARD", "ADMIT")));
		assertThat(rules.contradictedBy("yes", "REFUSE"))
			.containsExactly(new Contradiction("yes", "AGREE", List.of("REFUSE")));
		assertThat(rules.contradictedBy("yes", "ADMIT")).isEmpty();
		assertThat(rules.contradictedBy("no", "REFUSE")).isEmpty();
		assertThat(rules.outcomes()).containsExactly("ADMIT", "FORWARD", "REFUSE");
		assertThat(rules.fact()).isEqualTo("siteVisited");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no", "no:", ":FORWARD", "no:A:B" })
	void refusesWhatItCannotRead(String rule) {
		String form = """
				{"id": "f", "components": [{"type": "radio", "key": "k", "label": "问", "values": [],
				 "properties": {"contradicts": "%s"}}]}""".formatted(rule);

		assertThatThrownBy(() -> FormSchema.parse(form)).isInstanceOf(FormSchema.NotAllowed.class)
			.hasMessageContaining(rule);
	}

	@Test
	void handsOverOnlyWhatWasAskedAndAnswered() {
		FormSchema schema = FormSchema.parse("""
				{"id": "f", "components": [{"type": "group", "label": "组", "components": [
				 {"type": "radio", "key": "same", "label": "一致", "values": [{"value": "yes", "label": "是"}]},
				 {"type": "textarea", "key": "why", "label": "为何", "conditional": {"hide": "=same != \\"no\\""}},
				 {"type": "textfield", "key": "empty", "label": "空"}]}]}""");
		assertThat(schema.answered(key -> Map.of("same", "yes", "why", "藏着的").getOrDefault(key, "")))
			.extracting(said -> said.group() + said.field().label() + said.field().wordOf(said.answer()))
			.containsExactly("组一致是");
	}

}
