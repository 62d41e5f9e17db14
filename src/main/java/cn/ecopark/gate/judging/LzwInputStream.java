package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;

/**
 * Codes of 9 to 12 bits that stand for what was seen before. Whether codes grow one
 * earlier or later makes no difference to how much comes out.
 */
final class LzwInputStream extends DecodedInputStream {

	private static final int CLEAR = 256;

	private static final int END = 257;

	private static final int MOST = 4096;

	private final int[] prefixes = new int[MOST];

	private final byte[] lasts = new byte[MOST];

	private final byte[] sequence = new byte[MOST + 1];

	private int left;

	private int known = END + 1;

	private int before = -1;

	private int bits;

	private int bitCount;

	LzwInputStream(InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		while (this.left == 0) {
			int code = code();
			if (code < 0 || code == END) {
				return -1;
			}
			if (code == CLEAR) {
				this.known = END + 1;
				this.before = -1;
			}
			else {
				expand(code);
			}
		}
		return this.sequence[--this.left] & 0xff;
	}

	private int code() throws IOException {
		int width = width();
		while (this.bitCount < width) {
			int next = this.in.read();
			if (next < 0) {
				return -1;
			}
			this.bits = (this.bits << 8 | next) & 0xffffff;
			this.bitCount += 8;
		}
		this.bitCount -= width;
		return this.bits >> this.bitCount & (1 << width) - 1;
	}

	private int width() {
		int next = this.known + 1;
		return (next >= 2048) ? 12 : (next >= 1024) ? 11 : (next >= 512) ? 10 : 9;
	}

	private void expand(int code) throws IOException {
		if (code > this.known || code == this.known && this.before < 0) {
			throw new IOException("Code " + code + " stands for nothing");
		}
		int from = (code < this.known) ? code : this.before;
		this.left = (code < this.known) ? 0 : 1;
		int first = from;
		for (int part = from; part >= 0; part = (part > END) ? this.prefixes[part] : -1) {
			this.sequence[this.left++] = (part > END) ? this.lasts[part] : (byte) part;
			first = part;
		}
		if (code == this.known) {
			this.sequence[0] = (byte) first;
		}
		if (this.before >= 0 && this.known < MOST) {
			this.prefixes[this.known] = this.before;
			this.lasts[this.known++] = (byte) first;
		}
		this.before = code;
	}

}
