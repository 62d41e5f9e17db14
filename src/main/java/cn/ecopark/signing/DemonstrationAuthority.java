package cn.ecopark.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes certificates that say themselves that they are worth nothing. They are valid from
 * 2000 to 2060, since case time of a demonstration is far from the system's.
 */
public final class DemonstrationAuthority {

	/** Stands in the subject of every certificate. */
	public static final String WORTHLESS = "演示专用 不具法律效力";

	private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant TO = Instant.parse("2060-01-01T00:00:00Z");

	private static final SecureRandom RANDOM = new SecureRandom();

	private DemonstrationAuthority() {
	}

	/** A root that signs itself. */
	public static SigningKey root() {
		KeyPair pair = pair();
		X500Name name = name("演示根证书");
		return new SigningKey(pair.getPrivate(), List.of(certificate(name, pair, name, pair, true)));
	}

	/**
	 * @param name of the body that signs with it
	 */
	public static SigningKey key(String name, SigningKey root) {
		KeyPair pair = pair();
		X500Name issuer = X500Name.getInstance(root.certificate().getSubjectX500Principal().getEncoded());
		KeyPair authority = new KeyPair(root.certificate().getPublicKey(), root.key());
		return new SigningKey(pair.getPrivate(),
				List.of(certificate(name(name), pair, issuer, authority, false), root.certificate()));
	}

	/** Whether it was made here, by whichever installation. */
	static boolean made(SigningKey key) {
		return key.chain().stream().anyMatch(one -> one.getSubjectX500Principal().getName().contains(WORTHLESS));
	}

	private static X500Name name(String common) {
		return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "CN")
			.addRDN(BCStyle.O, WORTHLESS)
			.addRDN(BCStyle.CN, common + "（演示）")
			.build();
	}

	private static KeyPair pair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static X509Certificate certificate(X500Name subject, KeyPair pair, X500Name issuer, KeyPair authority,
			boolean root) {
		try {
			X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(120, RANDOM),
					Date.from(FROM), Date.from(TO), subject, pair.getPublic());
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
			builder.addExtension(Extension.keyUsage, true, new KeyUsage(root ? KeyUsage.keyCertSign | KeyUsage.cRLSign
					: KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
			return new JcaX509CertificateConverter().getCertificate(
					builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
		}
		catch (OperatorCreationException | GeneralSecurityException | IOException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
