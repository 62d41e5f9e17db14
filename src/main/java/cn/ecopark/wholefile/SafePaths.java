package cn.ecopark.wholefile;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives the entries of one ZIP their names: no way out of the folder, nothing invisible,
 * short enough for every file system, and no two that differ only in capitals.
 */
final class SafePaths {

	/** Bytes of a name; file systems take 255, and a number may be added. */
	private static final int LONGEST = 180;

	private static final int LONGEST_ENDING = 12;

	private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

	private final Set<String> taken = new HashSet<>();

	/**
	 * @param folders from the outside inwards, and the name of the file
	 * @return a path of safe names that was not given before
	 */
	String path(String... folders) {
		String wanted = Arrays.stream(folders).map(SafePaths::safe).collect(Collectors.joining("/"));
		String path = wanted;
		for (int number = 2; !this.taken.add(key(path)); number++) {
			path = numbered(wanted, number);
		}
		return path;
	}

	/**
	 * @return that name as it may stand in any folder
	 */
	static String safe(String given) {
		String name = Normalizer.normalize(given, Normalizer.Form.NFC)
			.replaceAll("[\\t\\x0B\\x{85}]", " ")
			// Control characters, and those that turn the direction of writing and so
			// hide an ending. Characters younger than this Java are kept: they may be
			// of somebody's name.
			.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{IsNoncharacter_Code_Point}]", "")
			.replaceAll("\\p{Co}", "_")
			.replaceAll("[<>:\"|?*/\\\\]", "_")
			.replaceAll("[\\s\\p{Z}]+", " ")
			.replaceAll("\\.{2,}", ".")
			.replaceAll("^[. ]+|[. ]+$", "");
		String whole = RESERVED.matcher(name).matches() ? "_" + name : name.isEmpty() ? "_" : name;
		return shortened(whole, LONGEST);
	}

	private static String shortened(String name, int bytes) {
		if (size(name) <= bytes) {
			return name;
		}
		int dot = name.lastIndexOf('.');
		String ending = dot > 0 && size(name.substring(dot)) <= LONGEST_ENDING ? name.substring(dot) : "";
		StringBuilder kept = new StringBuilder();
		int left = bytes - size(ending);
		for (int point : name.substring(0, name.length() - ending.length()).codePoints().toArray()) {
			left -= size(Character.toString(point));
			if (left < 0) {
				break;
			}
			kept.appendCodePoint(point);
		}
		return kept.toString().strip() + ending;
	}

	private static String numbered(String path, int number) {
		int name = path.lastIndexOf('/') + 1;
		int dot = path.lastIndexOf('.');
		String ending = dot > name ? path.substring(dot) : "";
		return path.substring(0, path.length() - ending.length()) + " (" + number + ")" + ending;
	}

	private static String key(String path) {
		return Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	private static int size(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

}
