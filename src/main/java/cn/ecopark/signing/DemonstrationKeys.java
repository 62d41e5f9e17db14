package cn.ecopark.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Certificates of the demonstration, one per name of a body, each made when it is first
 * needed and kept, so that all nodes sign with the same. They prove nothing and are
 * therefore not encrypted.
 */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class DemonstrationKeys {

	private static final String ROOT = "";

	private static final String KEEP = """
			INSERT INTO demonstration_certificate (holder, certificate, private_key) VALUES (:holder, :certificate, :key)
			ON CONFLICT (holder) DO NOTHING
			""";

	private final JdbcClient jdbc;

	DemonstrationKeys(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A key and its own certificate. */
	private record Kept(byte[] certificate, byte[] key) {

		private static Kept map(ResultSet row, int index) throws SQLException {
			return new Kept(row.getBytes("certificate"), row.getBytes("private_key"));
		}

	}

	SigningKey of(String name) {
		SigningKey root = kept(ROOT, DemonstrationAuthority::root, List.of());
		return kept(name, () -> DemonstrationAuthority.key(name, root), root.chain());
	}

	private SigningKey kept(String holder, Supplier<SigningKey> make, List<X509Certificate> above) {
		Kept found = find(holder).orElseGet(() -> {
			keep(holder, make.get());
			return find(holder).orElseThrow();
		});
		try {
			X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(found.certificate()));
			return new SigningKey(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(found.key())),
					java.util.stream.Stream.concat(java.util.stream.Stream.of(certificate), above.stream()).toList());
		}
		catch (GeneralSecurityException unreadable) {
			throw new IllegalStateException("The demonstration certificate of " + holder + " is damaged", unreadable);
		}
	}

	private Optional<Kept> find(String holder) {
		return this.jdbc.sql("SELECT certificate, private_key FROM demonstration_certificate WHERE holder = :holder")
			.param("holder", holder)
			.query(Kept::map)
			.optional();
	}

	private void keep(String holder, SigningKey made) {
		try {
			this.jdbc.sql(KEEP)
				.param("holder", holder)
				.param("certificate", made.certificate().getEncoded())
				.param("key", made.key().getEncoded())
				.update();
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
