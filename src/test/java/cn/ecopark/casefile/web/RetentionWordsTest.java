package cn.ecopark.casefile.web;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.shared.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionWordsTest {

	private static final Instant OPENED = Instant.parse("2018-01-02T01:00:00Z");

	private final RulePack pack = ShippedPacks.packs().all().get(0);

	private final RetentionWords words = new RetentionWords(ShippedPacks.packs(), texts());

	@Test
	void tellThePeriodAndOnceTheCaseHasEndedItsDate() {
		assertThat(this.words.of(ended(null), Locale.SIMPLIFIED_CHINESE)).isEqualTo("永久");
		assertThat(this.words.of(ended(Instant.parse("2018-02-05T08:00:00Z")), Locale.SIMPLIFIED_CHINESE))
			.isEqualTo("永久，2038-02-05起移交国家档案馆");
		assertThat(this.words.of(ended(Instant.parse("2018-02-05T08:00:00Z")), Locale.ENGLISH))
			.isEqualTo("for ever; goes to a national archive from 2038-02-05 on");
	}

	private EcoCase ended(@Nullable Instant at) {
		return new EcoCase("c", this.pack.kindsOfCase().iterator().next().process(), this.pack.release(),
				new EcoCase.ParkOfCase(1, "园区", "COMPREHENSIVE", "PARK-1", "320000", null), null, null,
				at == null ? CaseStatus.OPEN : CaseStatus.CLOSED, null, null, OPENED, null, null, at, 0);
	}

	private static Texts texts() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasenames("messages/casefile");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return new Texts(messages);
	}

}
