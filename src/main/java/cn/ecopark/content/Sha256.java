package cn.ecopark.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest contents go by. */
public final class Sha256 {

	private Sha256() {
	}

	public static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/**
	 * @return digest of these bytes, 64 lower-case hexadecimal digits
	 */
	public static String hex(byte[] content) {
		return HexFormat.of().formatHex(digest().digest(content));
	}

}
