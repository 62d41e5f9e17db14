package cn.ecopark.web.view;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeLeftTest {

	private static final LocalDate FRIDAY = LocalDate.of(2018, 3, 9);

	@Test
	void warnsThreeWorkingDaysBeforeTheEnd() {
		assertThat(TimeLeft.until(FRIDAY, 4).state()).isEqualTo(TimeLeft.State.ENOUGH);
		assertThat(TimeLeft.until(FRIDAY, 3).state()).isEqualTo(TimeLeft.State.SOON);
		assertThat(TimeLeft.until(FRIDAY, 0).state()).isEqualTo(TimeLeft.State.SOON);
		assertThat(TimeLeft.until(FRIDAY, -1).state()).isEqualTo(TimeLeft.State.OVERDUE);
	}

	@Test
	void showsNoLightWhereNothingIsDue() {
		assertThat(TimeLeft.none().state()).isEqualTo(TimeLeft.State.NONE);
	}

}
