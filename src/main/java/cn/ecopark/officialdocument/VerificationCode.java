package cn.ecopark.officialdocument;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands on a document and in its QR code; sixteen signs, so that nobody finds a document
 * by guessing (80 bits).
 *
 * @param text for instance 7KQ4-M2XH-9TRA-BC3D
 */
public record VerificationCode(String text) {

	/** Without what is mistaken for something else when read aloud or copied by hand. */
	private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	/** How a code is found in a text that has more than the code. */
	public static final Pattern WRITTEN = Pattern.compile("[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}");

	private static final Pattern TYPED = Pattern.compile("[2-9A-HJ-NP-Z]{16}");

	private static final int GROUP = 4;

	private static final int LENGTH = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	public VerificationCode {
		if (!WRITTEN.matcher(text).matches()) {
			throw new IllegalArgumentException("No verification code: " + text);
		}
	}

	/** A new one that cannot be guessed. */
	public static VerificationCode next() {
		StringBuilder signs = new StringBuilder(LENGTH);
		for (int at = 0; at < LENGTH; at++) {
			signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
		}
		return inGroups(signs);
	}

	/**
	 * @param typed with small letters, spaces or other dashes as people write
	 * @return the code; empty if it is none
	 */
	public static Optional<VerificationCode> read(String typed) {
		String signs = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}_.]", "");
		return TYPED.matcher(signs).matches() ? Optional.of(inGroups(new StringBuilder(signs))) : Optional.empty();
	}

	private static VerificationCode inGroups(StringBuilder signs) {
		for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
			signs.insert(at, '-');
		}
		return new VerificationCode(signs.toString());
	}

	@Override
	public String toString() {
		return this.text;
	}

}
