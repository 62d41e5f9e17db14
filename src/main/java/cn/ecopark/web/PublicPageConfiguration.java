package cn.ecopark.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

import cn.ecopark.shared.DatabaseChanges;

/** Puts the pages for everybody before everything that asks the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicPageSettings.class)
class PublicPageConfiguration {

	/** Behind the door for text, before sessions and rights. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 30;

	@Bean
	PublicPages publicPages(PublicPageSettings settings) {
		return new PublicPages(settings.kept());
	}

	@Bean
	FilterRegistrationBean<PublicPageFilter> publicPageFilter(ObjectProvider<PublicAddress> addresses,
			PublicPages pages, LocaleResolver languages, ObjectProvider<DatabaseChanges> changes,
			PublicPageSettings settings) {
		DatabaseChanges told = changes.getIfAvailable();
		FilterRegistrationBean<PublicPageFilter> filter = new FilterRegistrationBean<>(new PublicPageFilter(
				addresses.stream().toList(), pages, languages, (told != null) ? told::hears : () -> false, settings));
		filter.setOrder(ORDER);
		return filter;
	}

}
