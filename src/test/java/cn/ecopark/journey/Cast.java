package cn.ecopark.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The invented people by the names they sign in with. */
final class Cast {

	static final String ADDED = "added-";

	private static final List<List<String>> PEOPLE = read();

	private static final Map<String, String> NAMES = PEOPLE.stream()
		.collect(Collectors.toMap(cells -> cells.get(0), cells -> cells.get(1)));

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

	/**
	 * @return the name by which somebody signs in who leads that one's unit and is
	 * another
	 */
	static String leaderBeside(String signInName) {
		String unit = PEOPLE.stream().filter(cells -> cells.get(0).equals(signInName)).findFirst().orElseThrow().get(2);
		return PEOPLE.stream()
			.filter(cells -> cells.get(2).equals(unit) && cells.get(3).contains("SUPERVISOR")
					&& !cells.get(0).equals(signInName))
			.findFirst()
			.orElseThrow()
			.get(0);
	}

	private static List<List<String>> read() {
		try (InputStream people = Objects.requireNonNull(Cast.class.getResourceAsStream("/demonstration/people.csv"))) {
			return new String(people.readAllBytes(), StandardCharsets.UTF_8).lines()
				.skip(1)
				.map(line -> List.of(line.split(",", -1)))
				.toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
