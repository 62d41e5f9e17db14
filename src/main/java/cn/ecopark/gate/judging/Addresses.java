package cn.ecopark.gate.judging;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Addresses as those read them who follow them: white space and case do not matter. */
final class Addresses {

	private static final String FILE = "file";

	/**
	 * Whoever follows such a link gets a page, a letter or a call; nothing is started.
	 */
	private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "ftp", "ftps", "tel", "doi", "urn",
			"about", FILE);

	/** Slips of the pen in http, which no program answers to. */
	private static final Pattern MISSPELT = Pattern.compile("h{1,2}t{1,3}p{1,2}s?|t{1,2}ps?|mail");

	/** Links of web pages that do nothing, as word processors take them over. */
	private static final Pattern NOTHING = Pattern.compile("javascript:(void\\(?0?\\)?|//|#)?;?");

	private static final Pattern HOST_AND_PORT = Pattern
		.compile("([a-z0-9-]+(\\.[a-z0-9-]+)+|localhost):[0-9]{1,5}(/.*)?");

	/** What is read, not run. */
	private static final Pattern DOCUMENT = Pattern.compile(
			".*\\.(pdf|docx?|xlsx?|pptx?|wps|et|dps|ofd|odt|ods|rtf|txt|csv|jpe?g|png|tiff?|bmp|gif|dwg)([#?].*)?");

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
		boolean scheme = colon > 0 && plain.substring(0, colon).matches("[a-z][a-z0-9+.-]*")
				&& !HOST_AND_PORT.matcher(plain).matches();
		return scheme ? plain.substring(0, colon) : "";
	}

	/**
	 * @return whether a link may lead there: to a page of the web, to a document, or
	 * nowhere
	 */
	static boolean isHarmless(String address) {
		if (isShare(address)) {
			return false;
		}
		String scheme = scheme(address);
		if (scheme.equals(FILE)) {
			return DOCUMENT.matcher(plain(address)).matches();
		}
		return scheme.isEmpty() || SCHEMES.contains(scheme) || MISSPELT.matcher(scheme).matches()
				|| NOTHING.matcher(plain(address)).matches();
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

	/**
	 * @return whether it is on a web server or on a disk, and not beside the file
	 */
	static boolean isOutside(String address) {
		return isShare(address) || SCHEMES.contains(scheme(address));
	}

	private static String plain(String address) {
		return address.replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
	}

}
