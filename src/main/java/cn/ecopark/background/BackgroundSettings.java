package cn.ecopark.background;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How work is done in the background.
 *
 * @param lookEvery how often a node looks for work that came in elsewhere or is to be
 * tried again; its own it begins at once
 * @param heartbeat how often a node says that it is alive; after six times that without a
 * sign its work is another's
 * @param takesWork whether this node does any; otherwise it only answers requests
 * @param keepSettled how long it can be seen what was given up and is settled by now
 */
@Validated
@ConfigurationProperties("ecopark.background")
record BackgroundSettings(@DefaultValue("2s") Duration lookEvery, @DefaultValue("10s") Duration heartbeat,
		@DefaultValue("true") boolean takesWork, @DefaultValue("365d") @DurationMin(days = 184) Duration keepSettled) {
}
