package cn.ecopark.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a body signs with.
 *
 * @param chain its certificate first, then those of the authorities above
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

	public SigningKey {
		if (chain.isEmpty()) {
			throw new IllegalArgumentException("A signing key comes with its certificate");
		}
		chain = List.copyOf(chain);
	}

	public X509Certificate certificate() {
		return this.chain.get(0);
	}

	public boolean isValidAt(Instant at) {
		return !at.isBefore(certificate().getNotBefore().toInstant())
				&& !at.isAfter(certificate().getNotAfter().toInstant());
	}

}
