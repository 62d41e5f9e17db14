package cn.ecopark.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
 * fonts that name one are given a CMap of UTF-32, and texts in UTF-8 are read as such.
 */
final class UnicodeCMaps {

	private static final Pattern NAME = Pattern.compile("Uni(?:GB|CNS|JIS\\w*|KS)-UTF(8|32)-([HV])");

	private static final Charset UTF_32 = Charset.forName("UTF-32BE");

	/** In a range, only the last byte of code and character differs. */
	private static final int RANGE = 0x100;

	/** So many ranges may stand in one list. */
	private static final int RANGES_AT_ONCE = 100;

	private static final int FIRST_SURROGATE = 0xD800;

	private static final int LAST_SURROGATE = 0xDFFF;

	/**
	 * Characters that are in use: those of the basic plane, signs, and Han of the planes
	 * beyond.
	 */
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

	private static final String CODES = """
			1 begincodespacerange
			<00000000> <0010FFFF>
			endcodespacerange
			""";

	private static final String END = """
			endcmap
			CMapName currentdict /CMap defineresource pop
			end
			end
			""";

	private static final String CHARACTERS = characters();

	private final COSDocument document;

	private final Set<COSDictionary> inUtf8 = Collections.newSetFromMap(new IdentityHashMap<>());

	UnicodeCMaps(COSDocument document) {
		this.document = document;
	}

	/**
	 * Gives the font what it lacks to be read; any other font stays as it is.
	 * @throws IOException if the document cannot be added to
	 */
	void complete(COSDictionary font) throws IOException {
		Matcher name = font.getDictionaryObject(COSName.ENCODING) instanceof COSName named
				? NAME.matcher(named.getName()) : NAME.matcher("");
		if (!name.matches()) {
			return;
		}
		int downwards = "V".equals(name.group(2)) ? 1 : 0;
		font.setItem(COSName.ENCODING, stream(HEAD.formatted("Codes", 1, downwards) + CODES + END));
		font.setItem(COSName.TO_UNICODE, stream(CHARACTERS));
		if ("8".equals(name.group(1))) {
			this.inUtf8.add(font);
		}
	}

	/**
	 * @return the codes of a text in that font, as its CMap has them now
	 */
	byte[] codes(COSDictionary font, byte[] codes) {
		return this.inUtf8.contains(font) ? new String(codes, StandardCharsets.UTF_8).getBytes(UTF_32) : codes;
	}

	private COSStream stream(String text) throws IOException {
		COSStream stream = this.document.createCOSStream();
		try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
			out.write(text.getBytes(StandardCharsets.US_ASCII));
		}
		return stream;
	}

	private static String characters() {
		StringBuilder all = new StringBuilder(HEAD.formatted("Characters", 2, 0));
		StringBuilder ranges = new StringBuilder();
		int count = 0;
		for (int[] plane : PLANES) {
			for (int first = plane[0]; first <= plane[1]; first += RANGE) {
				if (first < FIRST_SURROGATE || first > LAST_SURROGATE) {
					ranges.append("<%s> <%s> <%s>\n".formatted(code(first), code(first + RANGE - 1),
							HexFormat.of().formatHex(Character.toString(first).getBytes(StandardCharsets.UTF_16BE))));
					if (++count == RANGES_AT_ONCE) {
						list(all, count, ranges);
						count = 0;
					}
				}
			}
		}
		list(all, count, ranges);
		return all.append(END).toString();
	}

	private static void list(StringBuilder all, int count, StringBuilder ranges) {
		if (count > 0) {
			all.append(count).append(" beginbfrange\n").append(ranges).append("endbfrange\n");
			ranges.setLength(0);
		}
	}

	/**
	 * PDFBox looks for a character by the number of its code, in as few bytes as it has.
	 */
	private static String code(int point) {
		return (point < RANGE ? "%02X" : point <= 0xFFFF ? "%04X" : "%06X").formatted(point);
	}

}
