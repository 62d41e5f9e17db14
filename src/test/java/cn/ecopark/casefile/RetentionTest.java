package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cn.ecopark.law.RetentionPeriod;
import cn.ecopark.rulepack.PackSettings;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.Setting;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {

	/** The first minute of 2019 in China. */
	private static final Instant NEW_YEAR = Instant.parse("2018-12-31T16:00:30Z");

	@Test
	void hasNoDateAsLongAsTheCaseIsOpen() {
		assertThat(Retention.of(ended(null), saying("PERMANENT")))
			.contains(new Retention(RetentionPeriod.PERMANENT, null, null));
		assertThat(Retention.of(ended(null), saying("TEN_YEARS")))
			.contains(new Retention(RetentionPeriod.TEN_YEARS, null, null));
	}

	@Test
	void isCountedFromTheDayOnWhichTheCaseEndedInChina() {
		assertThat(Retention.of(ended(NEW_YEAR), saying("TEN_YEARS")))
			.contains(new Retention(RetentionPeriod.TEN_YEARS, LocalDate.of(2029, 12, 31), null));
		assertThat(Retention.of(ended(NEW_YEAR), saying("PERMANENT")))
			.contains(new Retention(RetentionPeriod.PERMANENT, null, LocalDate.of(2039, 1, 1)));
	}

	@Test
	void isUnknownWhereTheBodyHasFixedNone() {
		assertThat(Retention.of(ended(NEW_YEAR), settings(Map.of()))).isEmpty();
	}

	private static EcoCase ended(@Nullable Instant at) {
		return new EcoCase("c", "apply", new ReleaseId("later", 1),
				new EcoCase.ParkOfCase(1, "园区", "COMPREHENSIVE", "PARK-1", "320000", null), null, null,
				at == null ? CaseStatus.OPEN : CaseStatus.CLOSED, null, null, NEW_YEAR.minusSeconds(100_000), null,
				null, at, 0);
	}

	private static PackSettings saying(String period) {
		return settings(
				Map.of(PackSettings.RETENTION, new Setting(PackSettings.RETENTION, period, "保管期限", "测试", true)));
	}

	private static PackSettings settings(Map<String, Setting> settings) {
		return new PackSettings() {
			@Override
			public ReleaseId release() {
				return new ReleaseId("later", 2);
			}

			@Override
			public Map<String, Setting> settings() {
				return settings;
			}
		};
	}

}
