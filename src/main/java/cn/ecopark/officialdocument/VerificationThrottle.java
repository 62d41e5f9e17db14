package cn.ecopark.officialdocument;

import java.nio.charset.StandardCharsets;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.content.Sha256;
import cn.ecopark.officialdocument.RegisterRefusals.TooManyChecks;

/**
 * How much is asked from one address in an hour of real time. Addresses are kept as
 * digests, and no longer than a day.
 */
@Component
class VerificationThrottle {

	private static final String MISS = "MISS";

	private static final String FILE = "FILE";

	private final JdbcClient jdbc;

	private final int missesPerHour;

	private final int filesPerHour;

	VerificationThrottle(JdbcClient jdbc, @Value("${ecopark.verification.misses-per-hour:30}") int missesPerHour,
			@Value("${ecopark.verification.files-per-hour:30}") int filesPerHour) {
		this.jdbc = jdbc;
		this.missesPerHour = missesPerHour;
		this.filesPerHour = filesPerHour;
	}

	/**
	 * @throws TooManyChecks when too much that does not exist was asked for from there
	 */
	void requireNotGuessing(String address) {
		requireFewer(address, MISS, this.missesPerHour);
	}

	/** Counts a question for something that does not exist. */
	void countMiss(String address) {
		keep(address, MISS);
	}

	/**
	 * @throws TooManyChecks when as many files as may be were sent from there
	 */
	void countFile(String address) {
		requireFewer(address, FILE, this.filesPerHour);
		keep(address, FILE);
	}

	private void requireFewer(String address, String purpose, int most) {
		int counted = this.jdbc.sql("""
				SELECT count(*) FROM verification_throttle
				 WHERE address = :address AND purpose = :purpose AND at > now() - interval '1 hour'
				""").param("address", digest(address)).param("purpose", purpose).query(Integer.class).single();
		if (counted >= most) {
			throw new TooManyChecks();
		}
	}

	private void keep(String address, String purpose) {
		this.jdbc.sql("DELETE FROM verification_throttle WHERE at < now() - interval '1 day'").update();
		this.jdbc.sql("INSERT INTO verification_throttle (address, purpose) VALUES (:address, :purpose)")
			.param("address", digest(address))
			.param("purpose", purpose)
			.update();
	}

	private static String digest(String address) {
		return Sha256.hex(address.getBytes(StandardCharsets.UTF_8));
	}

}
