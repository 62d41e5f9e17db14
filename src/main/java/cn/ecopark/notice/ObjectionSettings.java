package cn.ecopark.notice;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the public may file and ask, from one network: an address, of IPv6 its first 64
 * bits.
 *
 * @param perHour objections that are taken at once; whole neighbourhoods sit behind one
 * address
 * @param pause between two beyond that: nobody is shut out, least of all on the last day
 * @param missesPerHour receipt numbers asked for in vain; one that exists is answered
 */
@Validated
@ConfigurationProperties("ecopark.objection")
record ObjectionSettings(@DefaultValue("60") @Min(1) int perHour, @DefaultValue("20s") Duration pause,
		@DefaultValue("20") @Min(1) int missesPerHour) {
}
