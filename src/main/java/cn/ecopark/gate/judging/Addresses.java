package cn.ecopark.gate.judging;

import java.util.Locale;

/** Addresses as those read them who follow them: white space and case do not matter. */
final class Addresses {

	private static final String FILE = "file";

	private Addresses() {
	}

	/**
	 * @return in lower case; empty if the address is relative
	 */
	static String scheme(String address) {
		String plain = plain(address);
		int colon = plain.indexOf(':');
		if (colon == 1) {
			return FILE;
		}
		return (colon > 0 && plain.substring(0, colon).matches("[a-z][a-z0-9+.-]*")) ? plain.substring(0, colon) : "";
	}

	/**
	 * @return whether it leads to the disk of another computer, which gets to know who
	 * follows it
	 */
	static boolean isShare(String address) {
		String plain = plain(address).replace('\\', '/');
		if (!plain.startsWith(FILE + ":")) {
			return plain.startsWith("//");
		}
		String path = plain.substring(FILE.length() + 1);
		int slashes = path.length() - path.replaceFirst("^/+", "").length();
		return slashes >= 4 || slashes == 2 && !path.matches("//(localhost/|[a-z]:).*");
	}

	private static String plain(String address) {
		return address.replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
	}

}
