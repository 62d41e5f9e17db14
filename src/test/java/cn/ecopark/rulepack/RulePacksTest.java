package cn.ecopark.rulepack;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulePacksTest {

	@Test
	void findsThePackInForceOnADay() {
		RulePacks packs = ShippedPacks.packs();
		RulePack first = packs.all().get(0);

		assertThat(packs.get(first.release())).isSameAs(first);
		assertThat(packs.inForceOn(first.validFrom())).isSameAs(first);
		assertThat(packs.inForceOn(LocalDate.of(9999, 1, 1))).isSameAs(packs.all().get(packs.all().size() - 1));
		assertThatThrownBy(() -> packs.inForceOn(first.validFrom().minusDays(1)))
			.isInstanceOf(RulePacks.UnknownRelease.class);
		assertThatThrownBy(() -> packs.get(ReleaseId.of("none.1"))).isInstanceOf(RulePacks.UnknownRelease.class);
	}

	@Test
	void limitsRepetitionsByStageFirstAndOnlyWhereAFigureIsSet() {
		RulePack pack = ShippedPacks.packs().get(ShippedPacks.FIRST);

		assertThat(pack.mostTimes("application", "SEND_BACK")).contains(pack.setting("mostTimes.SEND_BACK").number());
		assertThat(pack.mostTimes("technical-check", "RECTIFY"))
			.contains(pack.setting("mostTimes.technical-check.RECTIFY").number());
		assertThat(pack.mostTimes("award", "RECTIFY")).isEmpty();
		assertThat(pack.mostTimes("application", "ADMIT")).isEmpty();
		assertThat(pack.daysAfter("EXTEND", "correction"))
			.contains(pack.setting("daysAfter.EXTEND.correction").number());
		assertThat(pack.daysAfter("SEND_BACK", "correction")).isEmpty();
	}

}
