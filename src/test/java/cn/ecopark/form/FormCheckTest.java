package cn.ecopark.form;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Forms that nobody could fill in, or that would keep the server busy, are found. */
class FormCheckTest {

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					bound                 ; {"type": "number", "key": "a", "validate": {"min": "abc"}}
					bound                 ; {"type": "number", "key": "a", "validate": {"max": [1]}}
					bound                 ; {"type": "number", "key": "a", "validate": {"max": "1e999999999"}}
					bound                 ; {"type": "number", "key": "a", "validate": "abc"}
					bounds-crossed        ; {"type": "number", "key": "a", "validate": {"min": 5, "max": 4}}
					length                ; {"type": "textfield", "key": "a", "validate": {"maxLength": 1.5}}
					length                ; {"type": "textfield", "key": "a", "validate": {"maxLength": "1e999999999"}}
					length                ; {"type": "textfield", "key": "a", "validate": {"minLength": -1}}
					length                ; {"type": "textfield", "key": "a", "validate": {"maxLength": 99999999999}}
					pattern               ; {"type": "textfield", "key": "a", "validate": {"pattern": "[a"}}
					pattern               ; {"type": "textfield", "key": "a", "validate": {"pattern": "(a)\\\\1"}}
					pattern               ; {"type": "textfield", "key": "a", "validate": {"pattern": 5}}
					pattern-endless       ; {"type": "textfield", "key": "a", "validate": {"pattern": "(a+)+$"}}
					pattern-endless       ; {"type": "textfield", "key": "a", "validate": {"pattern": "(?:a|a)*$"}}
					pattern-endless       ; {"type": "textfield", "key": "a", "validate": {"pattern": "(aa?){2,}b"}}
					pattern-endless       ; {"type": "textfield", "key": "a", "validate": {"pattern": "((a[)]*b))+"}}
					pattern-endless       ; {"type": "textfield", "key": "a", "validate": {"pattern": "a*a*a*a*a*b"}}
					no-key                ; {"type": "textfield", "id": "a"}
					bad-key               ; {"type": "textfield", "key": "a b"}
					key-twice             ; {"type": "textfield", "key": "a"}, {"type": "group", "components": [{"type": "number", "key": "a"}]}
					no-choices            ; {"type": "select", "key": "a"}
					no-choices            ; {"type": "radio", "key": "a", "values": []}
					empty-choice          ; {"type": "radio", "key": "a", "values": [{"label": "x"}]}
					choice-twice          ; {"type": "radio", "key": "a", "values": [{"value": "x"}, {"value": "x"}]}
					condition             ; {"type": "number", "key": "a", "conditional": {"hide": "=b and c"}}, {"type": "number", "key": "b"}
					condition-of-no-field ; {"type": "number", "key": "a", "conditional": {"hide": "=b = \\"x\\""}}
					component             ; {"type": "html", "key": "a"}
					not-allowed           ; {"type": "textfield", "key": "a", "properties": {"colour": "red"}}
					""")
	void findsWhatIsWrongWithAField(String key, String components) {
		assertThat(FormCheck.faultsIn("form", form(components))).singleElement()
			.satisfies(fault -> assertThat(fault.key()).isEqualTo(key));
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"^[^@ ]+@[^@ ]+[.][^@ ]+$\", \"maxLength\": 100}}",
			"{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"^(ab{2}){1,5}(c|d)$\"}}",
			"{\"type\": \"number\", \"key\": \"a\", \"validate\": {\"min\": \"0.5\", \"max\": 4}}",
			"{\"type\": \"separator\"}, {\"type\": \"spacer\", \"height\": 60}, {\"type\": \"text\", \"text\": \"a\"}",
			"{\"type\": \"checkbox\", \"key\": \"a\"}, {\"type\": \"number\", \"key\": \"b\", \"conditional\": {\"hide\": \"=a != \\\"true\\\"\"}}" })
	void letsGoodFieldsPass(String components) {
		assertThat(FormCheck.faultsIn("form", form(components))).isEmpty();
		assertThat(FormCheck.faultsIn("form", "\uFEFF" + form(components))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "PARK", "[]", "{\"id\": \"form\"}",
			"{\"id\": \"form\", \"id\": \"form\", \"components\": []}", "{\"id\": \"form\", \"components\": []} {}" })
	void findsWhatIsNoForm(String json) {
		assertThat(FormCheck.faultsIn("form", json)).extracting(FormFault::key).contains("no-json");
	}

	@Test
	void endsSoonWhateverItIsGiven() {
		Instant start = Instant.now();

		assertThat(FormCheck.faultsIn("form", form("{\"type\": \"number\", \"key\": \"a\"},".repeat(20_000) + "{}")))
			.singleElement()
			.satisfies(fault -> assertThat(fault.key()).isEqualTo("too-many-fields"));
		String nested = "{\"type\": \"group\", \"components\": [".repeat(20) + "]}".repeat(20);
		assertThat(FormCheck.faultsIn("form", form(nested))).extracting(FormFault::key).contains("too-deep");
		assertThat(FormCheck.faultsIn("form", "[".repeat(200_000))).extracting(FormFault::key)
			.containsExactly("no-json");
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
	}

	private static String form(String components) {
		return "{\"id\": \"form\", \"components\": [" + components + "]}";
	}

}
