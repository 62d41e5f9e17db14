package cn.ecopark.law;

import java.time.LocalDate;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlaqueRulesTest {

	private static final LocalDate NAMED = LocalDate.of(2019, 7, 5);

	private static final LocalDate TODAY = LocalDate.of(2019, 12, 1);

	@Test
	void onlyATitleHasAPlaque() {
		allows(() -> PlaqueRules.onlyANamedParkHasAPlaque("甲园区", true));
		refuses("plaque-without-title", () -> PlaqueRules.onlyANamedParkHasAPlaque("甲园区", false));
	}

	@Test
	void notBeforeTheNamingNorToCome() {
		allows(() -> PlaqueRules.dayIsBetweenNamingAndToday(NAMED, NAMED, TODAY));
		allows(() -> PlaqueRules.dayIsBetweenNamingAndToday(TODAY, null, TODAY));
		refuses("plaque-before-naming", () -> PlaqueRules.dayIsBetweenNamingAndToday(NAMED.minusDays(1), NAMED, TODAY));
		refuses("plaque-later", () -> PlaqueRules.dayIsBetweenNamingAndToday(TODAY.plusDays(1), NAMED, TODAY));
	}

	@Test
	void onceAndThenOnlyWithAReason() {
		allows(() -> PlaqueRules.plaqueIsRecordedOnce(null, ""));
		allows(() -> PlaqueRules.plaqueIsRecordedOnce(TODAY, "日期写错"));
		refuses("plaque-twice", () -> PlaqueRules.plaqueIsRecordedOnce(TODAY, ""));
	}

	private static void allows(ThrowingCallable command) {
		assertThatCode(command).doesNotThrowAnyException();
	}

	private static void refuses(String rule, ThrowingCallable command) {
		assertThatThrownBy(command).isInstanceOf(LegalRefusal.class)
			.extracting(refusal -> ((LegalRefusal) refusal).rule())
			.isEqualTo(rule);
	}

}
