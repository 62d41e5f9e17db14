package cn.ecopark.gate.judging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Kinds of file that are not taken but are met often: whoever hands one in is told what
 * it is and how to make of it what is taken.
 */
final class OtherKinds {

	/** Of old office files, where the names of their parts are as a rule. */
	private static final int DIRECTORY = 1 << 20;

	private static final Map<String, Pattern> BY_HEAD = byHead();

	/** Parts of office files of before 2007, by which they are told apart. */
	private static final Map<String, String> BY_PART = byPart();

	private OtherKinds() {
	}

	private static Map<String, Pattern> byHead() {
		Map<String, Pattern> kinds = new LinkedHashMap<>();
		kinds.put("kind.opendocument", head("PK\\x03\\x04.{26}mimetypeapplication/vnd\\.oasis\\.opendocument.*"));
		kinds.put("kind.ofd", head("PK\\x03\\x04.{26}(OFD\\.xml|Doc_0/).*"));
		kinds.put("kind.heic", head(".{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif).*"));
		kinds.put("kind.video", head(".{4}ftyp.*"));
		kinds.put("kind.picture", head("(GIF8|BM.{4}\\x00{4}|II\\x2a\\x00|MM\\x00\\x2a|RIFF.{4}WEBP).*"));
		kinds.put("kind.archive", head("(Rar!|7z\\u00bc\\u00af|\\x1f\\u008b).*"));
		kinds.put("kind.text", head("(\\{\\\\rtf|CAJ|HN\\x00|KDH).*"));
		return Collections.unmodifiableMap(kinds);
	}

	private static Pattern head(String pattern) {
		return Pattern.compile(pattern, Pattern.DOTALL);
	}

	private static Map<String, String> byPart() {
		Map<String, String> kinds = new LinkedHashMap<>();
		kinds.put("EncryptedPackage", "office.locked");
		kinds.put("WordDocument", "office.old.word");
		kinds.put("Workbook", "office.old.excel");
		kinds.put("Book", "office.old.excel");
		kinds.put("PowerPoint Document", "office.old.slides");
		return Collections.unmodifiableMap(kinds);
	}

	/**
	 * @param head first bytes of the file
	 * @return code of the finding that says what it is; empty if it is none of these
	 */
	static Optional<String> byHead(String head) {
		return BY_HEAD.entrySet()
			.stream()
			.filter((kind) -> kind.getValue().matcher(head).matches())
			.map(Entry::getKey)
			.findFirst();
	}

	/**
	 * @return code of the finding that says what an archive is that is no office file
	 */
	static String ofArchive(OfficeArchive archive) {
		return archive.parts().stream().anyMatch((part) -> part.name().equals("OFD.xml")) ? "kind.ofd" : "kind.archive";
	}

	/**
	 * @return code of the finding that says what an office file of before 2007 is
	 */
	static String ofOldOffice(FileChannel file) throws IOException {
		String names = new String(Ends.head(file, DIRECTORY), StandardCharsets.ISO_8859_1)
				+ new String(Ends.tail(file, DIRECTORY), StandardCharsets.ISO_8859_1);
		return BY_PART.entrySet()
			.stream()
			.filter((kind) -> names.contains(wide(kind.getKey())))
			.map(Entry::getValue)
			.findFirst()
			.orElse("office.old");
	}

	/** As the names stand in the file, two bytes a letter and an end. */
	static String wide(String name) {
		StringBuilder wide = new StringBuilder();
		name.chars().forEach((letter) -> wide.append((char) letter).append('\0'));
		return wide.append("\0\0").toString();
	}

}
