package cn.ecopark.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.io.ClassPathResource;

/**
 * Passwords that are tried out first: those of a list that comes with the program, in any
 * case, with signs in the place of letters, and with digits and signs around them, as
 * whoever has to use digits and signs adds some.
 */
final class CommonPasswords {

	private static final String LIST = "organisation/common-passwords.txt";

	/** Signs that are read as letters, and the letters, where 1 is read as either. */
	private static final String SIGNS = "013457@$!";

	private static final List<String> LETTERS = List.of("oieastasi", "oleastasl");

	private final Set<String> all;

	private CommonPasswords(Set<String> all) {
		this.all = all;
	}

	static CommonPasswords read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8))) {
			return new CommonPasswords(lines.lines()
				.map(String::strip)
				.filter(line -> !line.isEmpty() && !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableSet()));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	boolean hold(String password) {
		String plain = password.toLowerCase(Locale.ROOT);
		String word = plain.replaceAll("[^a-z]+$", "");
		return Stream.of(plain, plain.replaceAll("[^a-z0-9]", ""), word, word.replaceAll("^[^a-z]+", ""))
			.flatMap(part -> Stream.concat(Stream.of(part), LETTERS.stream().map(letters -> read(part, letters))))
			.anyMatch(this.all::contains);
	}

	private static String read(String part, String letters) {
		StringBuilder read = new StringBuilder();
		part.chars().forEach(character -> {
			int at = SIGNS.indexOf(character);
			read.append(at < 0 ? (char) character : letters.charAt(at));
		});
		return read.toString();
	}

}
