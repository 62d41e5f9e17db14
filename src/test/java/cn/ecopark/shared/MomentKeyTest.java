package cn.ecopark.shared;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MomentKeyTest {

	@Test
	void standsInAnAddressToTheMicrosecond() {
		MomentKey key = new MomentKey(Instant.parse("2018-03-01T02:00:00.123456Z"), "batch-1");

		assertThat(MomentKey.parse(key.text())).contains(key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "1_", "_a", "x_a", "-1_a", "1_a b", "123456789012345678_a", "1_\u0000" })
	void isNotReadFromNonsense(String text) {
		assertThat(MomentKey.parse(text)).isEmpty();
	}

}
