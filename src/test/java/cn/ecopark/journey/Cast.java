package cn.ecopark.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The invented people by the names they sign in with. */
final class Cast {

	static final String ADDED = "added-";

	private static final Map<String, String> NAMES = read();

	private Cast() {
	}

	/**
	 * @return the name of one of the demonstration's people, or of somebody a test has
	 * added with {@link #ADDED} in front
	 */
	static String displayName(String signInName) {
		if (signInName.startsWith(ADDED)) {
			return "虚构人员" + signInName.substring(ADDED.length());
		}
		return Objects.requireNonNull(NAMES.get(signInName), signInName);
	}

	private static Map<String, String> read() {
		try (InputStream people = Objects.requireNonNull(Cast.class.getResourceAsStream("/demonstration/people.csv"))) {
			return new String(people.readAllBytes(), StandardCharsets.UTF_8).lines()
				.skip(1)
				.map(line -> line.split(",", -1))
				.collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
