package cn.ecopark.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** By what a form says it is known a second time. */
public final class ContentDigest {

	/** What belongs to the page, whatever somebody writes on it. */
	private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "submission", "version", "once");

	private ContentDigest() {
	}

	/**
	 * @param fields all values by the name of their field
	 * @return SHA-256 as hexadecimal digits; the order of the fields does not matter
	 */
	public static String of(Map<String, List<String>> fields) {
		MessageDigest digest = Sha256.digest();
		new TreeMap<>(fields).forEach((name, values) -> {
			if (!OF_THE_PAGE.contains(name)) {
				add(digest, name);
				add(digest, Integer.toString(values.size()));
				values.forEach(value -> add(digest, value));
			}
		});
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Each with its length before it, so that no two parts read as one. */
	private static void add(MessageDigest digest, String part) {
		byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
		digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
		digest.update(bytes);
	}

}
