package cn.ecopark.law;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionPeriodTest {

	@ParameterizedTest
	@CsvSource({ "THIRTY_YEARS, 2018-01-01, 2048-12-31", "THIRTY_YEARS, 2018-12-31, 2048-12-31",
			"THIRTY_YEARS, 2019-01-01, 2049-12-31", "TEN_YEARS, 2020-02-29, 2030-12-31" })
	void isCountedInWholeYearsFromTheJanuaryAfterTheCase(RetentionPeriod period, LocalDate closed, LocalDate last) {
		assertThat(period.lastDay(closed)).contains(last);
		assertThat(period.handedOverFrom(closed)).isEmpty();
	}

	@Test
	void handsWhatIsKeptForEverToTheArchiveAfterTwentyYears() {
		assertThat(RetentionPeriod.PERMANENT.lastDay(LocalDate.of(2018, 3, 1))).isEmpty();
		assertThat(RetentionPeriod.PERMANENT.handedOverFrom(LocalDate.of(2018, 3, 1)))
			.contains(LocalDate.of(2038, 3, 1));
	}

}
