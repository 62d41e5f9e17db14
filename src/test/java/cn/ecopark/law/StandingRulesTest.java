package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * How long a park builds before it applies for acceptance, and which standard binds a
 * park that bears the title.
 */
class StandingRulesTest {

	private static final LocalDate SINCE = LocalDate.of(2026, 3, 31);

	@ParameterizedTest
	@CsvSource({ "24, 2028-03-30, true", "24, 2028-03-31, false", "6, 2026-09-29, true", "6, 2026-09-30, false",
			"0, 2026-03-31, false" })
	void isHeldForItsMonths(int months, LocalDate today, boolean refused) {
		if (refused) {
			assertThatThrownBy(() -> StandingIsHeldForItsTime.require("某园区", SINCE, months, today))
				.isInstanceOfSatisfying(LegalRefusal.class, refusal -> {
					assertThat(refusal.rule()).isEqualTo("standing-too-short");
					assertThat(refusal.arguments()).contains("某园区", SINCE.toString(),
							SINCE.plusMonths(months).toString());
				});
		}
		else {
			assertThatCode(() -> StandingIsHeldForItsTime.require("某园区", SINCE, months, today))
				.doesNotThrowAnyException();
		}
	}

	@Test
	void isNotTooShortWhereNobodyKnowsSinceWhen() {
		assertThatCode(() -> StandingIsHeldForItsTime.require("某园区", null, 24, SINCE)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "old, 2029-01-23, 2029-01-22, old", "old, 2029-01-23, 2029-01-23, new", ", 2029-01-23, 2029-01-22, ",
			", 2029-01-23, 2029-01-23, new", "old, , 2040-01-01, old" })
	void bindsTheNamedToTheStandardInForceFromItsDayOn(@Nullable String own, @Nullable LocalDate from, LocalDate begun,
			@Nullable String applies) {
		assertThat(StandardOfTheNamed.of(own, "new", from, begun)).isEqualTo(applies);
	}

}
