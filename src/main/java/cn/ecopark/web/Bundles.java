package cn.ecopark.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.Texts;

/**
 * The texts of every module, one bundle each, found by one look: a page asks for
 * hundreds. What has no English stands in Chinese.
 */
final class Bundles extends AbstractMessageSource {

	private static final String FOLDER = "classpath*:messages/*_";

	private final Language chinese;

	private final Language english;

	Bundles() throws IOException {
		Map<String, String> texts = read(Locale.SIMPLIFIED_CHINESE);
		this.chinese = new Language(Locale.SIMPLIFIED_CHINESE, Map.copyOf(texts));
		texts.putAll(read(Locale.ENGLISH));
		this.english = new Language(Locale.ENGLISH, Map.copyOf(texts));
	}

	private static Map<String, String> read(Locale locale) throws IOException {
		Map<String, String> texts = new HashMap<>();
		for (Resource bundle : new PathMatchingResourcePatternResolver()
			.getResources(FOLDER + locale + ".properties")) {
			Properties read = PropertiesLoaderUtils.loadProperties(new EncodedResource(bundle, StandardCharsets.UTF_8));
			read.stringPropertyNames().forEach((key) -> texts.put(key, read.getProperty(key)));
		}
		return texts;
	}

	@Override
	protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
		return of(locale).texts.get(code);
	}

	@Override
	protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
		Language language = of(locale);
		String text = language.texts.get(code);
		return (text == null) ? null
				: language.formats.computeIfAbsent(code, (unread) -> new MessageFormat(text, language.locale));
	}

	private Language of(Locale locale) {
		return Texts.english(locale) ? this.english : this.chinese;
	}

	private static final class Language {

		private final Locale locale;

		private final Map<String, String> texts;

		@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
		private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

		Language(Locale locale, Map<String, String> texts) {
			this.locale = locale;
			this.texts = texts;
		}

	}

}
