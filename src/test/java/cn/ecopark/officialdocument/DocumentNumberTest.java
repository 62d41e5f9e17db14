package cn.ecopark.officialdocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.officialdocument.NumberRefusals.MalformedNumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DocumentNumberTest {

	@ParameterizedTest
	@ValueSource(strings = { "环发〔2013〕53号", " 环发[2013]53号 ", "环发（2013）53 号", "环发【2013】53号" })
	void writesTheYearInItsBrackets(String typed) {
		assertThat(DocumentNumber.of(typed).text()).isEqualTo("环发〔2013〕53号");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "53号", "环发〔13〕53号", "环发〔2013〕053号", "环发〔2013〕第53号", "HJ〔2013〕53号" })
	void refusesWhatIsNone(String typed) {
		assertThatThrownBy(() -> DocumentNumber.of(typed)).isInstanceOf(MalformedNumber.class);
	}

	@Test
	void takesJointNumbersOfOtherBodies() {
		assertThat(DocumentNumber.of("环科财〔2026〕4号").text()).isEqualTo("环科财〔2026〕4号");
	}

	@Test
	void tellsItsParts() {
		DocumentNumber number = DocumentNumber.of("环科财", 2026, 4);

		assertThat(number.text()).isEqualTo("环科财〔2026〕4号");
		assertThat(number.series()).isEqualTo("环科财");
		assertThat(number.year()).isEqualTo(2026);
		assertThat(number.number()).isEqualTo(4);
		assertThatThrownBy(() -> DocumentNumber.of("环发", 2026, 0)).isInstanceOf(MalformedNumber.class);
	}

}
