package cn.ecopark.rulepack;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a file of a pack as text: UTF-8 and nothing else, of bounded size. */
public final class PackText {

	/** Ten times the largest file of the shipped pack. */
	static final int MOST_KILOBYTES = 512;

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private PackText() {
	}

	/**
	 * @return the text without a byte order mark; empty where there is no such file, or
	 * after a finding
	 */
	public static Optional<String> read(PackFiles files, String file, PackFindings findings) {
		return files.find(file).flatMap(content -> read(file, content, findings));
	}

	private static Optional<String> read(String file, byte[] content, PackFindings findings) {
		if (content.length > MOST_KILOBYTES * 1024) {
			findings.unreadable(file, 1, "pack.tooLarge", MOST_KILOBYTES);
			return Optional.empty();
		}
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer bytes = ByteBuffer.wrap(content);
		CharBuffer characters = CharBuffer.allocate(content.length);
		CoderResult decoded = decoder.decode(bytes, characters, true);
		String text = characters.flip().toString();
		if (decoded.isError()) {
			findings.unreadable(file, lineAt(text, text.length()), "pack.encoding");
			return Optional.empty();
		}
		int odd = firstControlCharacter(text);
		if (odd >= 0) {
			findings.unreadable(file, lineAt(text, odd), "pack.controlCharacter",
					"U+%04X".formatted((int) text.charAt(odd)));
			return Optional.empty();
		}
		return Optional.of(withoutMark(text));
	}

	static String withoutMark(String text) {
		return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
	}

	private static int firstControlCharacter(String text) {
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			if (Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0) {
				return at;
			}
		}
		return -1;
	}

	private static int lineAt(String text, int end) {
		return 1 + (int) text.chars().limit(end).filter(character -> character == '\n').count();
	}

}
