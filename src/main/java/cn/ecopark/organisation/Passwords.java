package cn.ecopark.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import cn.ecopark.shared.NodeMemory;

/** Hashes passwords with Argon2id and says which ones are too weak. */
@Component
class Passwords {

	static final int SHORTEST = 10;

	private static final int LONGEST = 128;

	private static final int LEAST_KINDS = 3;

	/** What is in every list of passwords that are tried out first. */
	private static final List<String> GUESSED_FIRST = List.of("password", "passw0rd", "p@ssw0rd", "123456", "654321",
			"111111", "000000", "888888", "qwerty", "abc123", "abcd1234", "iloveyou", "woaini", "5201314");

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final int MEMORY_KIB = 19 * 1024;

	private static final int PASSES = 2;

	private final CommonPasswords common = CommonPasswords.read();

	private final PasswordEncoder encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB,
			PASSES);

	/**
	 * Compared with where there is nobody, so that an unknown name takes as long as a
	 * wrong password. Made when it is asked for first.
	 */
	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final SingletonSupplier<String> nobodysHash = SingletonSupplier.of(() -> hash("nobody"));

	String hash(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	boolean matches(String password, @Nullable String hash) {
		boolean matches = this.encoder.matches(password, hash != null ? hash : this.nobodysHash.obtain());
		return matches && hash != null;
	}

	/**
	 * Ten characters of three kinds, as classified protection (GB/T 22239) has it for
	 * passwords, and neither the name nor what everybody tries first.
	 * @throws WeakPassword if the password is weaker
	 */
	void mustBeStrong(String password, String signInName) {
		if (password.length() < SHORTEST || password.length() > LONGEST) {
			throw new WeakPassword("organisation.password-length", SHORTEST, LONGEST);
		}
		if (kindsOfCharacters(password) < LEAST_KINDS) {
			throw new WeakPassword("organisation.password-kinds", LEAST_KINDS);
		}
		String plain = password.toLowerCase(Locale.ROOT);
		if (GUESSED_FIRST.stream().anyMatch(plain::contains) || this.common.hold(password)) {
			throw new WeakPassword("organisation.password-guessed");
		}
		if (password.toLowerCase(Locale.ROOT).contains(signInName.toLowerCase(Locale.ROOT))) {
			throw new WeakPassword("organisation.password-holds-name");
		}
	}

	private static long kindsOfCharacters(String password) {
		return password.codePoints().map(Passwords::kindOf).distinct().count();
	}

	private static int kindOf(int character) {
		if (Character.isDigit(character)) {
			return Character.DECIMAL_DIGIT_NUMBER;
		}
		if (Character.isUpperCase(character)) {
			return Character.UPPERCASE_LETTER;
		}
		return Character.isLowerCase(character) ? Character.LOWERCASE_LETTER : Character.OTHER_SYMBOL;
	}

}
