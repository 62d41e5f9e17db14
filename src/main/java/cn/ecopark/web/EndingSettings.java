package cn.ecopark.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node ends.
 *
 * @param answersFor how long it still answers while {@code /healthz} says that it ends:
 * longer than a proxy needs to hear of it
 */
@ConfigurationProperties("ecopark.ending")
record EndingSettings(@DefaultValue("0s") Duration answersFor) {

	EndingSettings {
		if (answersFor.isNegative()) {
			throw new IllegalArgumentException("ecopark.ending.answers-for: may not be negative");
		}
	}

}
