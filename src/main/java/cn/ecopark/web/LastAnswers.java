package cn.ecopark.web;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A node that is told to end answers all requests as before until the proxy knows of it.
 * {@code /healthz} is red from the first moment; a server that no longer takes requests
 * would refuse those that the proxy sends meanwhile on connections it has.
 */
@Component
@EnableConfigurationProperties(EndingSettings.class)
class LastAnswers {

	private static final Logger LOG = LoggerFactory.getLogger(LastAnswers.class);

	private final Duration answersFor;

	private final ApplicationContext node;

	LastAnswers(EndingSettings settings, ApplicationContext node) {
		this.answersFor = settings.answersFor();
		this.node = node;
	}

	/** Before anything else is told of the end, and anything is stopped. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void ends(ContextClosedEvent end) {
		if (end.getApplicationContext() != this.node || this.answersFor.isZero()) {
			return;
		}
		AvailabilityChangeEvent.publish(this.node, ReadinessState.REFUSING_TRAFFIC);
		LOG.info("Ends in {} seconds, so that whoever sends requests hears of it first", this.answersFor.toSeconds());
		try {
			Thread.sleep(this.answersFor.toMillis());
		}
		catch (InterruptedException atOnce) {
			Thread.currentThread().interrupt();
		}
	}

}
