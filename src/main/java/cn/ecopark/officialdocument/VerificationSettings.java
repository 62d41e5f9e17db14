package cn.ecopark.officialdocument;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the public may ask of the verification, from one network: an address, of IPv6 its
 * first 64 bits.
 *
 * @param missesPerHour codes asked for in vain
 * @param filesPerHour files sent to be compared
 */
@Validated
@ConfigurationProperties("ecopark.verification")
record VerificationSettings(@DefaultValue("30") @Min(1) int missesPerHour,
		@DefaultValue("30") @Min(1) int filesPerHour) {
}
