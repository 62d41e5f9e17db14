package cn.ecopark.process;

import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;

import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.shared.Texts;

/** What readers are told of a finding, as on the screen. */
final class FindingWords {

	private static final Texts TEXTS = texts();

	private FindingWords() {
	}

	private static Texts texts() {
		ResourceBundleMessageSource words = new ResourceBundleMessageSource();
		words.setBasenames("messages/process", "messages/rulepack");
		words.setDefaultEncoding("UTF-8");
		words.setFallbackToSystemLocale(false);
		return new Texts(words);
	}

	static String chinese(PackFinding finding) {
		return TEXTS.of(Locale.SIMPLIFIED_CHINESE, finding);
	}

	static String english(PackFinding finding) {
		return TEXTS.of(Locale.ENGLISH, finding);
	}

}
