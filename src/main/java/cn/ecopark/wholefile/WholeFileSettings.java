package cn.ecopark.wholefile;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Whole files as one PDF.
 *
 * @param keep how long a result can be fetched
 * @param keepOrders how long it is told that one was ordered, after it has failed or was
 * removed
 * @param mostPages that one has
 * @param mostBytes that its documents have
 */
@Validated
@ConfigurationProperties("ecopark.whole-file")
record WholeFileSettings(@DefaultValue("7d") @DurationMin(hours = 1) Duration keep,
		@DefaultValue("90d") @DurationMin(days = 1) Duration keepOrders, @DefaultValue("10000") @Min(1) int mostPages,
		@DefaultValue("2GB") DataSize mostBytes) {
}
