package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

import cn.ecopark.gate.Verdict;

/**
 * Judges a PDF: first every object by itself, then, if that did not show that following
 * references would be dangerous, the pages.
 */
final class PdfJudge {

	/** Some programs write a little before the file, such as a line of a print job. */
	private static final int LONGEST_HEAD = 256;

	/** Some programs write a little after the end mark. */
	private static final int LONGEST_TAIL = 4096;

	private static final List<String> NOT_FOLLOWED = List.of(PdfStreams.BOMB, PdfSweep.NESTING, PdfSweep.TOO_MANY);

	private PdfJudge() {
	}

	static void judge(Path path, FileChannel file, Findings findings) throws IOException {
		PdfOutline outline = PdfOutline.of(file);
		judgeEnds(file, outline, findings);
		Findings swept = new Findings();
		PdfSweep.judge(path, file, outline, null, swept);
		if (swept.has(PdfDangers.ENCRYPTED) && !swept.hasAny(NOT_FOLLOWED)) {
			swept = sweptOpened(path, file, outline);
		}
		Map<String, Integer> places = new LinkedHashMap<>();
		if (!swept.hasAny(NOT_FOLLOWED) && !swept.has(PdfDangers.ENCRYPTED)) {
			places = walk(path, findings);
		}
		for (Verdict.Finding finding : swept.all()) {
			places.putIfAbsent(finding.code(), 0);
		}
		places.forEach((code, page) -> {
			if (page > 0) {
				findings.add(code + ".page", page);
			}
			else {
				findings.add(code);
			}
		});
	}

	/**
	 * What was found in an encrypted file means nothing: it is looked at once more,
	 * opened.
	 * @return that it is encrypted, if it needs a password
	 */
	private static Findings sweptOpened(Path path, FileChannel file, PdfOutline outline) throws IOException {
		PdfLock lock;
		try (RandomAccessRead source = new RandomAccessReadBufferedFile(path)) {
			lock = new PdfGraph(source).lock();
		}
		catch (IOException | RuntimeException needsPassword) {
			Findings encrypted = new Findings();
			encrypted.add(PdfDangers.ENCRYPTED);
			return encrypted;
		}
		Findings opened = new Findings();
		PdfSweep.judge(path, file, outline, lock, opened);
		return opened;
	}

	private static Map<String, Integer> walk(Path path, Findings findings) throws IOException {
		try (RandomAccessRead source = new RandomAccessReadBufferedFile(path)) {
			COSDictionary trailer = new PdfGraph(source).trailer();
			COSDictionary root = trailer.getCOSDictionary(COSName.ROOT);
			PdfPages pages = new PdfPages((root != null) ? root : trailer, findings);
			return PdfWalk.dangers(trailer, pages.inOrder());
		}
		catch (StackOverflowError tooDeep) {
			findings.add(PdfSweep.NESTING);
		}
		catch (IOException | RuntimeException broken) {
			findings.add("damaged");
		}
		return new LinkedHashMap<>();
	}

	private static void judgeEnds(FileChannel file, PdfOutline outline, Findings findings) throws IOException {
		byte[] head = Ends.head(file, LONGEST_HEAD);
		long before = outline.firstHeader();
		if (before > LONGEST_HEAD
				|| new String(head, 0, (int) Math.max(before, 0), StandardCharsets.ISO_8859_1).contains("<")
				|| Ends.isArchive(file)) {
			findings.add("two-kinds");
		}
		if (outline.lastEnd() < 0) {
			if (!Ends.tailContains(file, LONGEST_TAIL, "startxref")) {
				findings.add("damaged");
			}
		}
		else if (file.size() - outline.lastEnd() > LONGEST_TAIL && !isBlank(file, outline.lastEnd())) {
			findings.add("more-behind");
		}
	}

	private static boolean isBlank(FileChannel file, long from) throws IOException {
		try (InputStream in = new FileSlice(file, from, file.size())) {
			for (int next = in.read(); next >= 0; next = in.read()) {
				if (next > ' ') {
					return false;
				}
			}
			return true;
		}
	}

}
