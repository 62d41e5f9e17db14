package cn.ecopark.worklist;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** It is 9 March 2018. */
class RecountRulesTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# former,   counted,    last day,   more time is given, whether the step is behind or not
			2018-03-20, 2018-03-22, 2018-03-22
			2018-03-08, 2018-03-13, 2018-03-13
			2018-03-07, 2018-03-08, 2018-03-08
			# less time, but none that is over
			2018-03-20, 2018-03-19, 2018-03-19
			2018-03-20, 2018-03-09, 2018-03-09
			2018-03-20, 2018-03-08, 2018-03-09
			2018-03-09, 2018-03-08, 2018-03-09
			# what is behind stays as it is
			2018-03-08, 2018-03-07, 2018-03-08
			2018-03-08, 2018-03-08, 2018-03-08
			""")
	void givesTimeAndTakesNoneThatIsOver(LocalDate former, LocalDate counted, LocalDate lastDay) {
		assertThat(RecountRules.lastDay(former, counted, LocalDate.of(2018, 3, 9))).isEqualTo(lastDay);
	}

}
