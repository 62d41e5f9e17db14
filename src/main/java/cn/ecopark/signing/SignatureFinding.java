package cn.ecopark.signing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about one signature in a file.
 *
 * @param signer whom the certificate names; empty where it names nobody
 * @param at when it claims to have been made; null where it does not say
 * @param intact whether what it covers is what was signed, by the certificate it names
 * @param inTime whether the certificate was valid when it claims to have been made
 * @param whole whether it covers the file to its end
 */
public record SignatureFinding(String signer, @Nullable Instant at, boolean intact, boolean inTime, boolean whole) {

	/** Whether it holds for what it covers. */
	public boolean holds() {
		return this.intact && this.inTime;
	}

}
