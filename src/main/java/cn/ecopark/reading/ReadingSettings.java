package cn.ecopark.reading;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How texts of documents are read.
 *
 * @param workers texts that are read at the same time on each node
 * @param comparisonPatience how long a reader waits for a comparison that is not made
 * yet; most are made by then
 */
@Validated
@ConfigurationProperties("ecopark.reading")
record ReadingSettings(@DefaultValue("2") @Min(1) int workers, @DefaultValue("8s") Duration comparisonPatience) {
}
