package cn.ecopark.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages for everybody are served.
 *
 * @param maxAge how long a browser or a proxy may show one without asking again
 * @param kept how many are kept in memory; beyond that the oldest are made anew
 * @param rendered how many are made at a time, so that a crowd of readers leaves
 * connections and processors to those who work
 * @param patience how long a reader waits for his turn before he is told to come again
 */
@ConfigurationProperties("ecopark.public-pages")
record PublicPageSettings(@DefaultValue("10s") Duration maxAge, @DefaultValue("500") int kept,
		@DefaultValue("3") int rendered, @DefaultValue("10s") Duration patience) {

	PublicPageSettings {
		if (maxAge.isNegative() || kept < 1 || rendered < 1 || patience.isNegative()) {
			throw new IllegalArgumentException("ecopark.public-pages: no number may be negative, and some be made");
		}
	}

}
