package cn.ecopark.organisation;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.Sha256;

/**
 * The browsers in which a person has signed in. From one of these that person is not kept
 * out by what others try with the name from elsewhere; it proves nothing else, and the
 * password is asked for all the same. A browser is known by 256 random bits that it
 * keeps; here is their digest.
 */
@Repository
@EnableConfigurationProperties(SignInSettings.class)
public class KnownDevices {

	private static final String OF_NAME = """
			SELECT d.digest FROM known_device d JOIN person p ON p.id = d.person_id
			 WHERE d.digest = :digest AND p.sign_in_name = lower(:name) AND d.last_used > :oldest""";

	private static final String USE = """
			UPDATE known_device SET last_used = :now WHERE digest = :digest AND person_id = :person AND last_used > :oldest""";

	private static final String ENTER = """
			INSERT INTO known_device (digest, person_id, last_used) VALUES (:digest, :person, :now)""";

	private static final String FORGET = "DELETE FROM known_device WHERE person_id = :person AND digest <> :kept";

	private static final String FORGET_OLD = "DELETE FROM known_device WHERE last_used <= :oldest";

	private static final int BYTES = 32;

	private final JdbcClient jdbc;

	private final Duration known;

	private final SecureRandom random = new SecureRandom();

	KnownDevices(JdbcClient jdbc, SignInSettings settings) {
		this.jdbc = jdbc;
		this.known = settings.deviceKnown();
	}

	/**
	 * @param token what the browser keeps; empty for nothing
	 * @return what to count its attempts by, if it is known as that of whoever has the
	 * name
	 */
	Optional<String> of(String signInName, String token) {
		if (token.isEmpty()) {
			return Optional.empty();
		}
		return this.jdbc.sql(OF_NAME)
			.param("digest", Sha256.hex(token))
			.param("name", signInName.strip())
			.param("oldest", oldest())
			.query(String.class)
			.optional();
	}

	/**
	 * That person has proved in that browser who he is.
	 * @param token what the browser keeps; empty for nothing
	 * @return what it is to keep from now on
	 */
	@Transactional
	public String noteUse(long personId, String token) {
		int used = token.isEmpty() ? 0
				: this.jdbc.sql(USE)
					.param("digest", Sha256.hex(token))
					.param("person", personId)
					.param("now", OffsetDateTime.now())
					.param("oldest", oldest())
					.update();
		if (used > 0) {
			return token;
		}
		String made = token();
		this.jdbc.sql(FORGET_OLD).param("oldest", oldest()).update();
		this.jdbc.sql(ENTER)
			.param("digest", Sha256.hex(made))
			.param("person", personId)
			.param("now", OffsetDateTime.now())
			.update();
		return made;
	}

	/**
	 * The person has another password: whoever knew the old one knows no device any more.
	 * @param kept what the browser keeps in which that was done; empty for none
	 */
	void forgetOthers(long personId, String kept) {
		this.jdbc.sql(FORGET).param("person", personId).param("kept", Sha256.hex(kept)).update();
	}

	/** How long a browser is to keep it. */
	public Duration known() {
		return this.known;
	}

	private OffsetDateTime oldest() {
		return OffsetDateTime.now().minus(this.known);
	}

	private String token() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

}
