package cn.ecopark.law;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ShareTest {

	@ParameterizedTest
	@CsvSource({ "3/4, 3, 4, true", "3/4, 6, 8, true", "3/4, 5, 8, false", "3/4, 4, 5, true", "3/4, 3, 5, false",
			"1/2, 5, 10, true", "1/2, 4, 9, false", "1/2, 5, 9, true", "2/3, 2, 3, true", "2/3, 3, 5, false",
			"1/1, 5, 5, true", "1/1, 4, 5, false", "1/2, 0, 0, false" })
	void isReachedExactly(String share, int count, int all, boolean reached) {
		assertThat(Share.of(share).isReachedBy(count, all)).isEqualTo(reached);
	}

	@ParameterizedTest
	@CsvSource({ "3/4, 8, 6", "3/4, 5, 4", "2/3, 5, 4", "2/3, 6, 4", "1/2, 5, 3", "1/2, 4, 2", "1/1, 7, 7" })
	void knowsTheFewestThatReachIt(String share, int all, int least) {
		Share found = Share.of(share);

		assertThat(found.leastOf(all)).isEqualTo(least);
		assertThat(found.isReachedBy(least, all)).isTrue();
		assertThat(found.isReachedBy(least - 1, all)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "3", "0/4", "3/0", "5/4", "-1/2", "3/4/5", "0.75", "一半", "3 / 4" })
	void refusesWhatIsNoShare(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Share.of(text));
	}

	@Test
	void isWrittenAsItIsRead() {
		assertThat(Share.of(" 3/4 ")).isEqualTo(new Share(3, 4)).hasToString("3/4");
	}

}
