package cn.ecopark.gate.judging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Judges a JPEG by its segments; its pixels are not decoded. */
final class JpegJudge {

	/** Cameras write a little after the end mark. */
	static final int LONGEST_TAIL = 16 * 1024;

	/** A progressive picture has about ten; each makes the viewer go over all pixels. */
	private static final int MOST_SCANS = 100;

	/** Cameras write a preview, and what is needed to brighten the picture. */
	private static final int MOST_PICTURES = 4;

	private static final int START = 0xd8;

	private static final int END = 0xd9;

	private static final int SCAN = 0xda;

	private final DataInputStream in;

	private final Findings findings;

	private int scans;

	private boolean sized;

	private JpegJudge(InputStream in, Findings findings) {
		this.in = new DataInputStream(new BufferedInputStream(in));
		this.findings = findings;
	}

	/**
	 * @throws IOException if it is not whole
	 */
	static void judge(InputStream in, Findings findings) throws IOException {
		new JpegJudge(in, findings).judge();
	}

	private void judge() throws IOException {
		int pictures = 0;
		do {
			if (this.in.readUnsignedShort() != (0xff00 | START)) {
				throw new IOException("No picture");
			}
			picture();
			pictures++;
		}
		while (this.findings.isEmpty() && pictures < MOST_PICTURES && startsAgain());
		if (this.findings.isEmpty()) {
			Ends.judgeTail(this.in, LONGEST_TAIL, this.findings);
		}
	}

	private boolean startsAgain() throws IOException {
		this.in.mark(3);
		byte[] next = this.in.readNBytes(3);
		this.in.reset();
		return next.length == 3 && next[0] == (byte) 0xff && next[1] == (byte) START && next[2] == (byte) 0xff;
	}

	private void picture() throws IOException {
		this.scans = 0;
		this.sized = false;
		int marker = marker();
		while (marker != END && this.findings.isEmpty()) {
			if (marker == SCAN) {
				marker = scan();
			}
			else {
				segment(marker);
				marker = marker();
			}
		}
		if (this.findings.isEmpty() && (!this.sized || this.scans == 0)) {
			throw new IOException("No pixels");
		}
	}

	private int marker() throws IOException {
		if (this.in.readUnsignedByte() != 0xff) {
			throw new IOException("No segment");
		}
		int marker = this.in.readUnsignedByte();
		while (marker == 0xff) {
			marker = this.in.readUnsignedByte();
		}
		return marker;
	}

	private void segment(int marker) throws IOException {
		if (marker == 0x01 || marker >= 0xd0 && marker <= 0xd7) {
			return;
		}
		int length = this.in.readUnsignedShort() - 2;
		if (length < 0 || marker == 0 || marker == START) {
			throw new IOException("No segment");
		}
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc && length >= 6) {
			frame();
			this.in.skipNBytes(length - 6);
		}
		else {
			this.in.skipNBytes(length);
		}
	}

	private void frame() throws IOException {
		int bits = this.in.readUnsignedByte();
		int height = this.in.readUnsignedShort();
		int width = this.in.readUnsignedShort();
		int components = this.in.readUnsignedByte();
		if (width == 0 || components == 0 || components > 4 || this.sized) {
			throw new IOException("No such size");
		}
		this.sized = true;
		if (height == 0 || PdfPictures.isFlood(width, height, (long) bits * components)) {
			this.findings.add(PngJudge.PIXELS, width, height);
		}
	}

	/**
	 * Passes over the pixels.
	 * @return the marker after them
	 */
	private int scan() throws IOException {
		if (++this.scans > MOST_SCANS) {
			this.findings.add(PngJudge.BOMB);
		}
		this.in.skipNBytes(Math.max(this.in.readUnsignedShort() - 2, 0));
		while (true) {
			if (this.in.readUnsignedByte() == 0xff) {
				int next = this.in.readUnsignedByte();
				while (next == 0xff) {
					next = this.in.readUnsignedByte();
				}
				if (next != 0 && !(next >= 0xd0 && next <= 0xd7)) {
					return next;
				}
			}
		}
	}

}
