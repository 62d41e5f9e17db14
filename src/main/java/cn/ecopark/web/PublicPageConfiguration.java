package cn.ecopark.web;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import cn.ecopark.calendar.CaseTime;
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
			PublicPages pages, LocaleResolver languages, CaseTime time, DatabaseChanges changes,
			PublicPageSettings settings) {
		List<PathPattern> patterns = addresses.stream()
			.map((address) -> PathPatternParser.defaultInstance.parse(address.pattern()))
			.toList();
		FilterRegistrationBean<PublicPageFilter> filter = new FilterRegistrationBean<>(new PublicPageFilter(patterns,
				pages, languages, new PublicPageFilter.Surroundings(time::today, changes::hears), settings));
		filter.setOrder(ORDER);
		return filter;
	}

}
