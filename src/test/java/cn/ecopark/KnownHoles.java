package cn.ecopark;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * Published holes that somebody has entered in {@code docs/known-holes.yaml}.
 */
record KnownHoles(List<Hole> holes) {

	static KnownHoles read(String yaml) {
		List<Map<String, Object>> entries = new Yaml().load(yaml);
		return new KnownHoles(entries.stream().map(Hole::of).toList());
	}

	/**
	 * @return a line for each package that is used in an affected version and not excused
	 * on that day
	 */
	List<String> in(List<Used> packages, LocalDate day) {
		return packages.stream()
			.flatMap((used) -> this.holes.stream()
				.filter((hole) -> hole.affects(used) && hole.excuse().filter((excuse) -> excuse.holds(day)).isEmpty())
				.map((hole) -> "%s %s: %s".formatted(used.name(), used.version(), hole.told())))
			.distinct()
			.toList();
	}

	/**
	 * @param name ecosystem and name, as {@code npm:htmx.org} or
	 * {@code maven:org.postgresql:postgresql}
	 */
	record Used(String name, String version) {

	}

	record Excuse(LocalDate until, String reason) {

		Excuse {
			if (reason.isBlank()) {
				throw new IllegalArgumentException("An excuse has a reason");
			}
		}

		boolean holds(LocalDate day) {
			return !day.isAfter(this.until);
		}

	}

	record Hole(String told, String name, List<Bound> affected, LocalDate entered, String what,
			Optional<Excuse> excuse) {

		Hole {
			if (affected.isEmpty() || what.isBlank() || !name.matches("(maven:[^:]+|npm):[^:]+")) {
				throw new IllegalArgumentException("Not an entry: " + told);
			}
		}

		@SuppressWarnings("unchecked")
		static Hole of(Map<String, Object> entry) {
			Map<String, Object> excused = (Map<String, Object>) entry.get("excused");
			return new Hole(text(entry, "hole"), text(entry, "package"),
					((List<String>) entry.get("affected")).stream().map(Bound::of).toList(), day(entry, "entered"),
					text(entry, "what"),
					Optional.ofNullable(excused).map((one) -> new Excuse(day(one, "until"), text(one, "reason"))));
		}

		boolean affects(Used used) {
			String pattern = Stream.of(this.name.split("\\*", -1))
				.map(java.util.regex.Pattern::quote)
				.reduce((one, next) -> one + ".*" + next)
				.orElseThrow();
			return used.name().matches(pattern)
					&& this.affected.stream().allMatch((bound) -> bound.admits(used.version()));
		}

		private static String text(Map<String, Object> entry, String key) {
			Object value = entry.get(key);
			if (value == null) {
				throw new IllegalArgumentException("Without " + key + ": " + entry);
			}
			return value.toString();
		}

		private static LocalDate day(Map<String, Object> entry, String key) {
			return (entry.get(key) instanceof Date date) ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
					: LocalDate.parse(text(entry, key));
		}

	}

	/**
	 * One bound of a range, as {@code >=1.2} or {@code <2}.
	 */
	record Bound(String sign, String version) {

		static Bound of(String written) {
			String sign = Stream.of(">=", "<=", "<", ">", "=")
				.filter(written::startsWith)
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("Not a bound: " + written));
			return new Bound(sign, written.substring(sign.length()).strip());
		}

		boolean admits(String other) {
			int order = VERSIONS.compare(other, this.version);
			return switch (this.sign) {
				case ">=" -> order >= 0;
				case "<=" -> order <= 0;
				case "<" -> order < 0;
				case ">" -> order > 0;
				default -> order == 0;
			};
		}

	}

	/**
	 * Number by number; what is not released yet comes before its release.
	 */
	static final Comparator<String> VERSIONS = (one, other) -> {
		List<Integer> left = parts(one);
		List<Integer> right = parts(other);
		for (int at = 0; at < Math.max(left.size(), right.size()); at++) {
			int order = Integer.compare((at < left.size()) ? left.get(at) : 0, (at < right.size()) ? right.get(at) : 0);
			if (order != 0) {
				return order;
			}
		}
		return 0;
	};

	private static List<Integer> parts(String version) {
		List<Integer> parts = new ArrayList<>();
		for (String part : version.toLowerCase(Locale.ROOT).split("[.+-]|(?<=\\d)(?=[a-z])|(?<=[a-z])(?=\\d)")) {
			Integer number = number(part);
			if (number != null) {
				parts.add(number);
			}
		}
		return parts;
	}

	private static @Nullable Integer number(String part) {
		if (part.matches("\\d+")) {
			return Integer.valueOf(part);
		}
		return switch (part) {
			case "snapshot", "alpha", "a" -> -4;
			case "beta", "b" -> -3;
			case "m", "milestone" -> -2;
			case "rc", "cr" -> -1;
			default -> null;
		};
	}

}
