package cn.ecopark.audit;

import cn.ecopark.shared.Sha256;

/**
 * SHA-256 over a row of texts, each preceded by its length, so that no text can pass for
 * two.
 */
final class Hash {

	/** What stands before the first link of a chain. */
	static final String GENESIS = "0".repeat(64);

	private Hash() {
	}

	static String of(Object... parts) {
		StringBuilder text = new StringBuilder();
		for (Object part : parts) {
			String string = part.toString();
			text.append(string.length()).append(':').append(string).append('\n');
		}
		return Sha256.hex(text.toString());
	}

}
