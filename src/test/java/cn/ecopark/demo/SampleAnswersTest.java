package cn.ecopark.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormValues;
import cn.ecopark.form.InputError;

import static org.assertj.core.api.Assertions.assertThat;

class SampleAnswersTest {

	private static final LocalDate TODAY = LocalDate.of(2018, 2, 6);

	private static final Map<String, String> TOLD = ScriptReader
		.read("demonstration/cases.yaml", JsonMapper.builder().build())
		.answers();

	private static final String SHEET = """
			{ "id": "sheet", "type": "default", "components": [
			  { "key": "score", "type": "number", "label": "分", "decimalDigits": 1, "validate": { "required": true, "min": 0, "max": 15 } } ] }
			""";

	/** Of the pack that the cases begin under. */
	static Stream<Path> forms() throws IOException {
		return Files.list(Path.of("forms", "2015-167"));
	}

	@ParameterizedTest
	@MethodSource("forms")
	void fillsEachFormSoThatItIsTaken(Path form) throws IOException {
		FormSchema schema = FormSchema.parse(Files.readString(form));
		Map<String, InputError> errors = new LinkedHashMap<>();

		schema.check(new SampleAnswers(TOLD, TODAY, null).fill(schema), Map.of("today", TODAY), errors);

		assertThat(errors).isEmpty();
	}

	@Test
	void givesAShareOfTheFullScore() {
		FormValues filled = new SampleAnswers(Map.of(), TODAY, 0.65).fill(FormSchema.parse(SHEET));

		assertThat(filled.text("score")).isEqualTo("9.8");
	}

	@Test
	void givesTheFullScoreWhereNothingElseIsTold() {
		assertThat(new SampleAnswers(Map.of(), TODAY, null).fill(FormSchema.parse(SHEET)).text("score"))
			.isEqualTo("15");
		assertThat(new SampleAnswers(Map.of("score", "7.5"), TODAY, 0.4).fill(FormSchema.parse(SHEET)).text("score"))
			.isEqualTo("7.5");
	}

}
