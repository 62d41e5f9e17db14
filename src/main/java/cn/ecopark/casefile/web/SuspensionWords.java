package cn.ecopark.casefile.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Suspension;
import cn.ecopark.casefile.Suspensions;
import cn.ecopark.shared.Texts;

/** Says that a case stands still, and why. */
@Component
public class SuspensionWords {

	private final Suspensions suspensions;

	private final Texts texts;

	SuspensionWords(Suspensions suspensions, Texts texts) {
		this.suspensions = suspensions;
		this.texts = texts;
	}

	/**
	 * @return for those who may read the case; null where it goes on
	 */
	public @Nullable String of(String caseId, Locale locale) {
		return this.suspensions.now(caseId).map(now -> words(now, locale)).orElse(null);
	}

	private String words(Suspension now, Locale locale) {
		String key = now.document().isEmpty() ? "casefile.suspended" : "casefile.suspended.by-document";
		return this.texts.in(locale, key, now.since().toString(), now.ground().in(locale), now.reason(),
				now.document());
	}

}
