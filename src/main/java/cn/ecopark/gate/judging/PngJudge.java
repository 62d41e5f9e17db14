package cn.ecopark.gate.judging;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** Judges a PNG by its chunks; its pixels are not drawn. */
final class PngJudge {

	static final String PIXELS = "image.pixels";

	static final String BOMB = "image.bomb";

	static final String ANIMATED = "image.animated";

	private static final int LONGEST_TAIL = 512;

	private static final int SIGNATURE = 8;

	private static final long MOST_TEXT = 4L << 20;

	/** Chunks beside the pixels: names, colours, places; some kilobytes as a rule. */
	private static final long LARGEST_EXTRA = 16L << 20;

	private static final int MOST_CHUNKS = 100_000;

	private static final String HEADER = "IHDR";

	private static final String END = "IEND";

	private final DataInputStream in;

	private final Findings findings;

	private long chunks;

	private boolean pixels;

	private PngJudge(InputStream in, Findings findings) {
		this.in = new DataInputStream(in);
		this.findings = findings;
	}

	/**
	 * @throws IOException if it is not whole
	 */
	static void judge(InputStream in, Findings findings) throws IOException {
		new PngJudge(in, findings).judge();
	}

	private void judge() throws IOException {
		this.in.skipNBytes(SIGNATURE);
		String name = chunk();
		if (!name.equals(HEADER)) {
			throw new IOException("No header");
		}
		while (!name.equals(END) && this.findings.isEmpty()) {
			name = chunk();
		}
		if (this.findings.isEmpty()) {
			Ends.judgeTail(this.in, LONGEST_TAIL, this.findings);
		}
	}

	private String chunk() throws IOException {
		long length = Integer.toUnsignedLong(this.in.readInt());
		byte[] type = this.in.readNBytes(4);
		String name = new String(type, StandardCharsets.ISO_8859_1);
		if (length > Integer.MAX_VALUE || !name.matches("[A-Za-z]{4}")) {
			throw new EOFException("No chunk");
		}
		if (++this.chunks > MOST_CHUNKS) {
			this.findings.add(BOMB);
		}
		CRC32 sum = new CRC32();
		sum.update(type);
		if (name.equals("IDAT")) {
			this.pixels = true;
			pass(length, sum);
		}
		else if (length > LARGEST_EXTRA) {
			this.findings.add(BOMB);
			return name;
		}
		else {
			byte[] data = this.in.readNBytes((int) length);
			sum.update(data);
			judge(name, data);
		}
		if (this.in.readInt() != (int) sum.getValue()) {
			throw new IOException("Wrong sum");
		}
		return name;
	}

	private void pass(long length, CRC32 sum) throws IOException {
		byte[] buffer = new byte[16 * 1024];
		for (long left = length; left > 0;) {
			int count = this.in.read(buffer, 0, (int) Math.min(buffer.length, left));
			if (count < 0) {
				throw new EOFException();
			}
			sum.update(buffer, 0, count);
			left -= count;
		}
	}

	private void judge(String name, byte[] data) throws IOException {
		switch (name) {
			case HEADER -> judgeHeader(data);
			case "acTL" -> this.findings.add(ANIMATED);
			case "zTXt", "iCCP" -> judgePacked(data, 1);
			case "iTXt" -> judgeText(data);
			case END -> {
				if (!this.pixels) {
					throw new IOException("No pixels");
				}
			}
			default -> {
				if (Character.isUpperCase(name.charAt(0)) && !name.equals("PLTE")) {
					throw new IOException("A chunk that is not known");
				}
			}
		}
	}

	private void judgeHeader(byte[] data) throws IOException {
		if (data.length != 13) {
			throw new IOException("No header");
		}
		ByteBuffer header = ByteBuffer.wrap(data);
		long width = Integer.toUnsignedLong(header.getInt(0));
		long height = Integer.toUnsignedLong(header.getInt(4));
		int channels = switch (data[9]) {
			case 0, 3 -> 1;
			case 2 -> 3;
			case 4 -> 2;
			case 6 -> 4;
			default -> throw new IOException("No such colours");
		};
		if (width == 0 || height == 0 || !(data[8] > 0 && data[8] <= 16)) {
			throw new IOException("No such size");
		}
		if (PdfPictures.isFlood(width, height, (long) channels * data[8])) {
			this.findings.add(PIXELS, width, height);
		}
	}

	private void judgeText(byte[] data) throws IOException {
		int at = end(data, 0);
		if (at + 2 < data.length && data[at + 1] == 1) {
			int language = end(data, at + 3);
			judgePacked(data, end(data, language + 1) - at);
		}
	}

	/**
	 * @param gap bytes between the end of the name and the packed data, its own end
	 * counted
	 */
	private void judgePacked(byte[] data, int gap) throws IOException {
		int from = Math.min(end(data, 0) + gap + 1, data.length);
		try (InputStream text = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
			if (text.skip(MOST_TEXT) >= MOST_TEXT) {
				this.findings.add(BOMB);
			}
		}
		catch (IOException broken) {
			// Nobody can unpack it either.
		}
	}

	private static int end(byte[] data, int from) {
		int at = from;
		while (at < data.length && data[at] != 0) {
			at++;
		}
		return at;
	}

}
