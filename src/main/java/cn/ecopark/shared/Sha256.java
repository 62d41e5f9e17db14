package cn.ecopark.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that contents, codes, pages and the audit go by. */
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

	/**
	 * @return the same of a text in UTF-8
	 */
	public static String hex(String text) {
		return hex(text.getBytes(StandardCharsets.UTF_8));
	}

}
