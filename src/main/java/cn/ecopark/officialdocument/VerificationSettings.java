package cn.ecopark.officialdocument;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the public may ask of the verification, from one network: an address, of IPv6 its
 * first 64 bits.
 *
 * @param missesPerHour codes asked for in vain; one that exists is always answered
 * @param filesPerHour files sent to be compared
 * @param filesOfOneAtOnce of these, on their way or being compared at the same moment
 * @param filesAtOnce the same of all networks together, on each node
 */
@Validated
@ConfigurationProperties("ecopark.verification")
public record VerificationSettings(@DefaultValue("30") @Min(1) int missesPerHour,
		@DefaultValue("30") @Min(1) int filesPerHour, @DefaultValue("2") @Min(1) int filesOfOneAtOnce,
		@DefaultValue("4") @Min(1) int filesAtOnce) {
}
