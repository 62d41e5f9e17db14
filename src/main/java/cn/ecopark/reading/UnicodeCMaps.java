package cn.ecopark.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * The CMaps whose codes are UTF-8 or UTF-32 (for instance UniGB-UTF8-H, UniGB-UTF32-H),
 * which programs of mainland makers name and PDFBox does not bring along. Which character
 * a code is follows from the code; only that is known here, not which glyph draws it. So
 * fonts that name one are given a CMap that says how long codes are, and one of their
 * characters.
 */
final class UnicodeCMaps {

	private static final Pattern NAME = Pattern.compile("Uni(?:GB|CNS|JIS\\w*|KS)-UTF(8|32)-([HV])");

	/** So many lines may stand in one list of ranges. */
	private static final int RANGES_AT_ONCE = 100;

	private static final int FIRST_SURROGATE = 0xD800;

	private static final int LAST_SURROGATE = 0xDFFF;

	/** Planes of characters that are in use: the basic one and those of Han beyond it. */
	private static final List<int[]> PLANES = List.of(new int[] { 0, 0xFFFF }, new int[] { 0x1F000, 0x1FFFF },
			new int[] { 0x20000, 0x323FF });

	private static final String HEAD = """
			/CIDInit /ProcSet findresource begin
			12 dict begin
			begincmap
			/CMapName /%s def
			/CMapType %d def
			/WMode %d def
			""";

	private static final String END = """
			endcmap
			CMapName currentdict /CMap defineresource pop
			end
			end
			""";

	private static final String TEXT_OF_UTF8 = characters(true);

	private static final String TEXT_OF_UTF32 = characters(false);

	private UnicodeCMaps() {
	}

	/**
	 * Gives the font what it lacks to be read; any other font stays as it is.
	 * @throws IOException if the document cannot be added to
	 */
	static void complete(COSDocument document, COSDictionary font) throws IOException {
		if (!(font.getDictionaryObject(COSName.ENCODING) instanceof COSName named)) {
			return;
		}
		Matcher name = NAME.matcher(named.getName());
		if (!name.matches()) {
			return;
		}
		boolean utf8 = "8".equals(name.group(1));
		font.setItem(COSName.ENCODING, stream(document, codes(utf8, "V".equals(name.group(2)))));
		if (!font.containsKey(COSName.TO_UNICODE)) {
			font.setItem(COSName.TO_UNICODE, stream(document, utf8 ? TEXT_OF_UTF8 : TEXT_OF_UTF32));
		}
	}

	private static COSStream stream(COSDocument document, String text) throws IOException {
		COSStream stream = document.createCOSStream();
		try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
			out.write(text.getBytes(StandardCharsets.US_ASCII));
		}
		return stream;
	}

	private static String codes(boolean utf8, boolean downwards) {
		String ranges = utf8 ? """
				4 begincodespacerange
				<00> <7F>
				<C280> <DFBF>
				<E08080> <EFBFBF>
				<F0808080> <F4BFBFBF>
				endcodespacerange
				""" : """
				1 begincodespacerange
				<00000000> <0010FFFF>
				endcodespacerange
				""";
		return HEAD.formatted("Codes", 1, downwards ? 1 : 0) + ranges + END;
	}

	/** Ranges in which only the last byte of code and character differs. */
	private static String characters(boolean utf8) {
		StringBuilder all = new StringBuilder(HEAD.formatted("Characters", 2, 0));
		StringBuilder ranges = new StringBuilder();
		int count = 0;
		int step = utf8 ? 0x40 : 0x100;
		for (int[] plane : PLANES) {
			for (int first = plane[0]; first <= plane[1]; first += step) {
				if (first >= FIRST_SURROGATE && first <= LAST_SURROGATE) {
					continue;
				}
				ranges.append("<%s> <%s> <%s>\n".formatted(code(first, utf8), code(first + step - 1, utf8),
						hex(Character.toString(first).getBytes(StandardCharsets.UTF_16BE))));
				if (++count % RANGES_AT_ONCE == 0) {
					list(all, RANGES_AT_ONCE, ranges);
				}
			}
		}
		list(all, count % RANGES_AT_ONCE, ranges);
		return all.append(END).toString();
	}

	private static void list(StringBuilder all, int count, StringBuilder ranges) {
		if (count > 0) {
			all.append(count).append(" beginbfrange\n").append(ranges).append("endbfrange\n");
			ranges.setLength(0);
		}
	}

	/** PDFBox looks for a character by the number of its code, in as few bytes as it has. */
	private static String code(int point, boolean utf8) {
		if (utf8) {
			return hex(Character.toString(point).getBytes(StandardCharsets.UTF_8));
		}
		return (point <= 0xFF ? "%02X" : point <= 0xFFFF ? "%04X" : "%06X").formatted(point);
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().withUpperCase().formatHex(bytes);
	}

}
