package cn.ecopark.gate;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How files are judged.
 *
 * @param atOnce files that are judged at the same time; others wait for their turn
 * @param publicAtOnce the same for files that the public sends to be compared
 * @param filesPerProcess after so many there is a new process
 * @param time each file has, and once more for each 100 megabytes of it
 */
@Validated
@ConfigurationProperties("ecopark.gate")
record GateSettings(@DefaultValue("2") @Min(1) int atOnce, @DefaultValue("1") @Min(1) int publicAtOnce,
		@DefaultValue("500") @Min(1) int filesPerProcess, @DefaultValue("10s") Duration time) {
}
