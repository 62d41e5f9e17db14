package cn.ecopark.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormTokenTest {

	@Test
	void isWhatThePageMade() {
		assertThat(FormToken.of("a".repeat(64))).isEqualTo("a".repeat(64));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(
			strings = { " ", "two words", "令牌", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void isOneOfItsOwnForWhatNoPageMade(String sent) {
		assertThat(FormToken.of(sent)).hasSize(36).isNotEqualTo(FormToken.of(sent));
	}

}
