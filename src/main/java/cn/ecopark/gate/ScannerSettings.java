package cn.ecopark.gate;

import java.time.Duration;

import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A virus scanner that every file is shown to before it is judged.
 *
 * @param address host and port where it listens, by the protocol of ClamAV; null for none
 * @param patience how long it may take for one file, and as long for being reached
 * @param silent what happens to a file when it does not answer
 */
@Validated
@ConfigurationProperties("ecopark.gate.scanner")
record ScannerSettings(@Nullable @Pattern(regexp = ".+:\\d{1,5}") String address,
		@DefaultValue("60s") Duration patience, @DefaultValue("hold") WhenSilent silent) {

	/** What happens to a file that cannot be shown to it. */
	enum WhenSilent {

		/**
		 * It is tried again, as with any fault, and given back when that is of no use.
		 */
		HOLD,
		/** It is given back at once. */
		REFUSE

	}

}
