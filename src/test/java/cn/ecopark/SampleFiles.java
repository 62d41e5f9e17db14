package cn.ecopark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

import cn.ecopark.reading.SamplePdf;

/** Small files of each type, and large ones made as they are read. */
public final class SampleFiles {

	public static final byte[] PNG_HEAD = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final Map<String, byte[]> PDFS = new ConcurrentHashMap<>();

	private SampleFiles() {
	}

	/**
	 * @return one page that says so, always the same for one text
	 */
	public static byte[] pdf(String text) {
		return PDFS.computeIfAbsent(text, (words) -> SamplePdf.of(List.of(words))).clone();
	}

	/**
	 * @return a PDF of which the transfer broke off
	 */
	public static byte[] brokenPdf() {
		byte[] whole = pdf("断");
		return Arrays.copyOf(whole, whole.length / 2);
	}

	/** A text of one paragraph. */
	public static byte[] docx(String text) {
		return office("word/document.xml", "wordprocessingml.document",
				"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
						+ text + "</w:t></w:r></w:p></w:body></w:document>");
	}

	/** A workbook without sheets. */
	public static byte[] xlsx() {
		return office("xl/workbook.xml", "spreadsheetml.sheet",
				"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheets/></workbook>");
	}

	private static byte[] office(String main, String type, String content) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
				+ "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
				+ "<Override PartName='/" + main + "' ContentType='application/vnd.openxmlformats-officedocument."
				+ type + ".main+xml'/></Types>");
		parts.put("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
				+ "<Relationship Id='r1' Target='" + main
				+ "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
				+ "</Relationships>");
		parts.put(main, content);
		return archive(parts);
	}

	/** A picture of so many pixels in each direction. */
	public static byte[] png(int size) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB), "png", bytes);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	public static byte[] program() {
		return "MZ\u0000\u0003This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1);
	}

	public static byte[] archive(String... entries) {
		Map<String, String> parts = new LinkedHashMap<>();
		for (String entry : entries) {
			parts.put(entry, "<xml/>");
		}
		return archive(parts);
	}

	private static byte[] archive(Map<String, String> parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		return bytes.toByteArray();
	}

	/**
	 * @return a PDF of that size, of which no more than what is asked for ever exists
	 */
	public static InputStream largePdf(long size) {
		String before = """
				%PDF-1.7
				1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
				2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
				3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
				4 0 obj
				<</Length 000000000000>>
				stream
				""";
		String after = "\nendstream endobj\n";
		String table = """
				xref
				0 5
				0000000000 65535 f\040
				%010d 00000 n\040
				%010d 00000 n\040
				%010d 00000 n\040
				%010d 00000 n\040
				trailer <</Size 5/Root 1 0 R>>
				startxref
				%d
				%%%%EOF
				""";
		Object[] places = { before.indexOf("1 0 obj"), before.indexOf("2 0 obj"), before.indexOf("3 0 obj"),
				before.indexOf("4 0 obj"), size };
		int rest = before.length() + after.length();
		long filling = size - rest - table.formatted(places).length();
		places[4] = rest + filling;
		filling = size - rest - table.formatted(places).length();
		places[4] = rest + filling;
		String head = before.replace("000000000000", "%012d".formatted(filling));
		return new SequenceInputStream(Collections
			.enumeration(List.of(stream(head), new Filling(filling), stream(after + table.formatted(places)))));
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
	}

	/** Bytes that differ from place to place. */
	private static final class Filling extends InputStream {

		private final long size;

		private long position;

		Filling(long size) {
			this.size = size;
		}

		@Override
		public int read() {
			return this.position < this.size ? (int) (this.position++ * 31 >> 3 & 0xff) : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			int count = (int) Math.min(length, this.size - this.position);
			for (int at = 0; at < count; at++) {
				target[offset + at] = (byte) read();
			}
			return count == 0 && length > 0 ? -1 : count;
		}

	}

}
