package cn.ecopark.notice;

import java.security.SecureRandom;

import org.springframework.stereotype.Component;

/**
 * Numbers such as YY-2019-0001-7KQ4: the last four cannot be guessed from the others, so
 * only who was given a number knows it.
 */
@Component
class ReceiptNumbers {

	/** Without what is mistaken for something else when read aloud. */
	private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final int LENGTH = 4;

	private final SecureRandom random = new SecureRandom();

	private final Objections objections;

	ReceiptNumbers(Objections objections) {
		this.objections = objections;
	}

	String next(int year) {
		StringBuilder signs = new StringBuilder();
		for (int at = 0; at < LENGTH; at++) {
			signs.append(SIGNS.charAt(this.random.nextInt(SIGNS.length())));
		}
		return "YY-%d-%04d-%s".formatted(year, this.objections.nextNumber(year), signs);
	}

}
