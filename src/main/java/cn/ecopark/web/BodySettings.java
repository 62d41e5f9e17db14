package cn.ecopark.web;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How forms and files may arrive.
 *
 * @param atOnce bodies of requests that are on their way at the same moment, on each
 * node; fewer than {@code server.tomcat.threads.max}, so that who sends nothing is served
 * @param ofOneAtOnce the same of one network: an address, of IPv6 its first 64 bits
 * @param patience how long one is waited for, whatever its speed
 * @param slowest what must arrive in a second after that, on the average
 */
@Validated
@ConfigurationProperties("ecopark.bodies")
record BodySettings(@DefaultValue("150") @Min(1) int atOnce, @DefaultValue("64") @Min(1) int ofOneAtOnce,
		@DefaultValue("10s") Duration patience, @DefaultValue("1KB") DataSize slowest) {
}
