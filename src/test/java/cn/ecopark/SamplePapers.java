package cn.ecopark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of each type, and large ones made as they are read. */
public final class SamplePapers {

	public static final byte[] PNG_HEAD = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private SamplePapers() {
	}

	public static byte[] pdf(String text) {
		return ("%PDF-1.7\n" + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
	}

	public static byte[] brokenPdf() {
		return "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8);
	}

	public static byte[] program() {
		return "MZ\u0000\u0003This program cannot be run in DOS mode".getBytes(StandardCharsets.ISO_8859_1);
	}

	public static byte[] archive(String... entries) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (String entry : entries) {
				zip.putNextEntry(new ZipEntry(entry));
				zip.write("<xml/>".getBytes(StandardCharsets.UTF_8));
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
		byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
		byte[] tail = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
		return new SequenceInputStream(Collections.enumeration(List.of(new ByteArrayInputStream(head),
				new Filling(size - head.length - tail.length), new ByteArrayInputStream(tail))));
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
