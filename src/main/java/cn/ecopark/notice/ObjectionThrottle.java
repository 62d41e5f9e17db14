package cn.ecopark.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.notice.NoticeRefusals.TooMany;

/**
 * How much comes from one address in an hour of real time. Addresses are kept as digests,
 * and no longer than a day.
 */
@Component
class ObjectionThrottle {

	private static final String OBJECTION = "OBJECTION";

	private static final String LOOK_UP = "LOOK_UP";

	private static final int LOOK_UPS = 20;

	private final JdbcClient jdbc;

	private final int objectionsPerHour;

	ObjectionThrottle(JdbcClient jdbc, @Value("${ecopark.objection.per-hour:5}") int objectionsPerHour) {
		this.jdbc = jdbc;
		this.objectionsPerHour = objectionsPerHour;
	}

	/**
	 * @throws TooMany when the address has sent as many objections as it may
	 */
	void countObjection(String address) {
		String digest = digest(address);
		if (counted(digest, OBJECTION) >= this.objectionsPerHour) {
			throw new TooMany();
		}
		keep(digest, OBJECTION);
	}

	/**
	 * @throws TooMany when too many numbers that do not exist were asked for from that
	 * address
	 */
	void requireNotGuessing(String address) {
		if (counted(digest(address), LOOK_UP) >= LOOK_UPS) {
			throw new TooMany();
		}
	}

	/** Counts a question for a number that does not exist. */
	void countMiss(String address) {
		keep(digest(address), LOOK_UP);
	}

	private int counted(String digest, String purpose) {
		return this.jdbc.sql("""
				SELECT count(*) FROM objection_throttle
				 WHERE address = :address AND purpose = :purpose AND at > now() - interval '1 hour'
				""").param("address", digest).param("purpose", purpose).query(Integer.class).single();
	}

	private void keep(String digest, String purpose) {
		this.jdbc.sql("DELETE FROM objection_throttle WHERE at < now() - interval '1 day'").update();
		this.jdbc.sql("INSERT INTO objection_throttle (address, purpose) VALUES (:address, :purpose)")
			.param("address", digest)
			.param("purpose", purpose)
			.update();
	}

	private static String digest(String address) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
