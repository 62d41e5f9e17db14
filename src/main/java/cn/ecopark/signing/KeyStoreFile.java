package cn.ecopark.signing;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A PKCS#12 file with the key of one body. */
public final class KeyStoreFile {

	private KeyStoreFile() {
	}

	/**
	 * Read each time it is needed: documents are few, and a store that is exchanged
	 * counts at once.
	 * @param alias null where the file holds one key only
	 * @throws IllegalStateException if the file cannot be read or holds no such key
	 */
	public static SigningKey read(String file, String password, @Nullable String alias) {
		char[] secret = password.toCharArray();
		try {
			KeyStore store = KeyStore.getInstance(new File(file), secret);
			String entry = alias != null ? alias : onlyKey(store, file);
			if (!(store.getKey(entry, secret) instanceof PrivateKey key)) {
				throw new IllegalStateException(file + " holds no key " + entry);
			}
			return new SigningKey(key, chain(store.getCertificateChain(entry)));
		}
		catch (IOException | GeneralSecurityException unreadable) {
			throw new IllegalStateException("Cannot read the key store " + file, unreadable);
		}
		finally {
			Arrays.fill(secret, ' ');
		}
	}

	private static List<X509Certificate> chain(Certificate[] chain) {
		return Arrays.stream(chain).map(X509Certificate.class::cast).toList();
	}

	private static String onlyKey(KeyStore store, String file) throws GeneralSecurityException {
		for (String alias : Collections.list(store.aliases())) {
			if (store.isKeyEntry(alias)) {
				return alias;
			}
		}
		throw new IllegalStateException(file + " holds no key");
	}

}
