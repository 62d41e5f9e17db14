package cn.ecopark.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Finds verification codes in files, whatever else has become of them. */
public final class CodeSearch {

	/** A file full of codes is none of ours. */
	private static final int MOST = 20;

	private static final int BLOCK = 1 << 16;

	/** Longer than a code written with a zero byte before each sign. */
	private static final int OVERLAP = 64;

	/** Codes stand on the first and the last page; others may have been put around. */
	private static final int PAGES_AT_AN_END = 20;

	private CodeSearch() {
	}

	/**
	 * Looks at the bytes only, so that nothing in the file can do anything.
	 * @return what is written like a code, as it stands in the file
	 */
	public static Set<String> inBytes(InputStream file, Pattern written) throws IOException {
		Set<String> found = new LinkedHashSet<>();
		String rest = "";
		for (byte[] block = file.readNBytes(BLOCK); block.length > 0
				&& found.size() < MOST; block = file.readNBytes(BLOCK)) {
			String text = rest + new String(block, StandardCharsets.ISO_8859_1).replace("\0", "");
			collect(text, written, found);
			rest = text.substring(Math.max(0, text.length() - OVERLAP));
		}
		return found;
	}

	/**
	 * Opens the file: only for files that the gate has let pass.
	 * @return what is written like a code on its first and last pages
	 */
	public static Set<String> onPages(byte[] pdf, Pattern written) throws IOException {
		Set<String> found = new LinkedHashSet<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			int pages = document.getNumberOfPages();
			collect(text(document, 1, Math.min(pages, PAGES_AT_AN_END)), written, found);
			if (pages > PAGES_AT_AN_END) {
				int from = Math.max(PAGES_AT_AN_END + 1, pages - PAGES_AT_AN_END + 1);
				collect(text(document, from, pages), written, found);
			}
		}
		catch (RuntimeException malformed) {
			throw new IOException("Not readable", malformed);
		}
		return found;
	}

	private static String text(PDDocument document, int from, int to) throws IOException {
		PDFTextStripper stripper = new PDFTextStripper();
		stripper.setStartPage(from);
		stripper.setEndPage(to);
		return stripper.getText(document);
	}

	private static void collect(String text, Pattern written, Set<String> found) {
		Matcher matcher = written.matcher(text);
		while (found.size() < MOST && matcher.find()) {
			found.add(matcher.group());
		}
	}

}
