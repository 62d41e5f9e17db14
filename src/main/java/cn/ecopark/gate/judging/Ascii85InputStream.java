package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;

/** Five printable characters for four bytes, {@code z} for four times zero. */
final class Ascii85InputStream extends DecodedInputStream {

	private final byte[] group = new byte[4];

	private int at;

	private int size;

	private boolean ended;

	Ascii85InputStream(InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		if (this.at == this.size && !fill()) {
			return -1;
		}
		return this.group[this.at++] & 0xff;
	}

	private boolean fill() throws IOException {
		if (this.ended) {
			return false;
		}
		long value = 0;
		int digits = 0;
		while (digits < 5) {
			int next = this.in.read();
			if (next < 0 || next == '~') {
				this.ended = true;
				break;
			}
			if (next == 'z' && digits == 0) {
				return keep(0, 4);
			}
			if (next >= '!' && next <= 'u') {
				value = value * 85 + next - '!';
				digits++;
			}
		}
		for (int missing = digits; missing < 5; missing++) {
			value = value * 85 + 84;
		}
		return keep(value, digits - 1);
	}

	private boolean keep(long value, int count) {
		for (int place = 0; place < 4; place++) {
			this.group[place] = (byte) (value >> 24 - 8 * place);
		}
		this.at = 0;
		this.size = Math.max(count, 0);
		return this.size > 0;
	}

}
