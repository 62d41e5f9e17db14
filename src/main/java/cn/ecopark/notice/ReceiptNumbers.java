package cn.ecopark.notice;

import java.security.SecureRandom;

import org.springframework.stereotype.Component;

/**
 * Numbers such as YY-2019-0001-7KQ4M2XH: the last eight (39 bits) cannot be guessed from
 * the others, so only who was given a number knows it. Former versions gave four.
 */
@Component
class ReceiptNumbers {

	/** Without what is mistaken for something else when read aloud. */
	private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

	private static final int LENGTH = 8;

	private final SecureRandom random = new SecureRandom();

	private final Objections objections;

	ReceiptNumbers(Objections objections) {
		this.objections = objections;
	}

	/** Whether it ends in so many signs that trying them out is of no use. */
	static boolean cannotBeGuessed(String number) {
		return number.length() - number.lastIndexOf('-') > LENGTH;
	}

	String next(int year) {
		StringBuilder signs = new StringBuilder();
		for (int at = 0; at < LENGTH; at++) {
			signs.append(SIGNS.charAt(this.random.nextInt(SIGNS.length())));
		}
		return "YY-%d-%04d-%s".formatted(year, this.objections.nextNumber(year), signs);
	}

}
