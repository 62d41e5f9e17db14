package cn.ecopark.casefile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest contents go by. */
final class Sha256 {

	private Sha256() {
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
