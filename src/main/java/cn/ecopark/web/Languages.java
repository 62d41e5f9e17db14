package cn.ecopark.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese first, English on request; the texts of every module, one bundle each. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {

	private static final String BUNDLES = "classpath*:messages/*_zh_CN.properties";

	@Bean
	MessageSource messageSource() throws IOException {
		ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
		texts.setBasenames(Arrays.stream(new PathMatchingResourcePatternResolver().getResources(BUNDLES))
			.map((bundle) -> "messages/"
					+ Objects.requireNonNull(bundle.getFilename()).replace("_zh_CN.properties", ""))
			.sorted()
			.toArray(String[]::new));
		texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
		texts.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
		return texts;
	}

	@Bean
	LocaleResolver localeResolver() {
		return new ChosenLanguage();
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		LocaleChangeInterceptor change = new LocaleChangeInterceptor();
		change.setParamName("lang");
		change.setIgnoreInvalidLocale(true);
		registry.addInterceptor(change);
	}

}
