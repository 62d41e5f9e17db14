package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Retention;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Texts;

/** Says for how long the file of a case is kept. */
@Component
public class RetentionWords {

	private final RulePacks packs;

	private final Texts texts;

	RetentionWords(RulePacks packs, Texts texts) {
		this.packs = packs;
		this.texts = texts;
	}

	/**
	 * @return the period and, once the case has ended, its date
	 */
	public String of(EcoCase ecoCase, Locale locale) {
		return Retention.of(ecoCase, this.packs.current(ecoCase.release().pack()))
			.map(retention -> of(retention, locale))
			.orElseGet(() -> this.texts.in(locale, "casefile.retention.notFixed"));
	}

	private String of(Retention retention, Locale locale) {
		String period = this.texts.in(locale, "casefile.retention." + retention.period());
		LocalDate lastDay = retention.lastDay();
		LocalDate handedOver = retention.handedOverFrom();
		if (lastDay != null) {
			return this.texts.in(locale, "casefile.retention.until", period, lastDay.toString());
		}
		return handedOver == null ? period
				: this.texts.in(locale, "casefile.retention.handedOver", period, handedOver.toString());
	}

}
