package cn.ecopark.notice;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the public may file.
 *
 * @param perHour objections from one network: an address, of IPv6 its first 64 bits
 */
@Validated
@ConfigurationProperties("ecopark.objection")
record ObjectionSettings(@DefaultValue("5") @Min(1) int perHour) {
}
