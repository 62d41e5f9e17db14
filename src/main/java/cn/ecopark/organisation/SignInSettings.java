package cn.ecopark.organisation;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The way in, and how long one stays.
 *
 * @param freeOfName attempts with one name that are looked at without delay; of a device
 * that is known, and of changing the own password, as many
 * @param freeOfNetwork the same of one network: an address, of IPv6 its first 64 bits
 * @param deviceKnown how long a browser in which somebody has signed in is known, after
 * the last time
 * @param sessionLongest after which one signs in again, whatever one does meanwhile
 * @param sessionsAtOnce sessions of one person; a further one ends the one that was not
 * used for longest
 * @param atOnce people whose password is looked at at the same time, on each node; 0:
 * half as many as there are processors
 * @param waiting others that may wait for their turn
 * @param patience how long they wait before they are told to come again
 */
@Validated
@ConfigurationProperties("ecopark.sign-in")
public record SignInSettings(@DefaultValue("5") @Min(1) int freeOfName, @DefaultValue("50") @Min(1) int freeOfNetwork,
		@DefaultValue("180d") Duration deviceKnown, @DefaultValue("12h") Duration sessionLongest,
		@DefaultValue("5") @Min(1) int sessionsAtOnce, @DefaultValue("0") @Min(0) @Max(64) int atOnce,
		@DefaultValue("50") @Min(0) int waiting, @DefaultValue("3s") Duration patience) {
}
