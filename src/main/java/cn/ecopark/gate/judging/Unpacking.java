package cn.ecopark.gate.judging;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets as many bytes through as there should be. */
final class Unpacking extends FilterInputStream {

	private long left;

	Unpacking(InputStream in, long most) {
		super(in);
		this.left = most;
	}

	@Override
	public int read() throws IOException {
		return count(super.read(), 1);
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int count = super.read(target, offset, length);
		return count(count, count);
	}

	private int count(int result, int count) throws TooMuch {
		if (result >= 0) {
			this.left -= count;
		}
		if (this.left < 0) {
			throw new TooMuch();
		}
		return result;
	}

	/** There are more bytes than there should be. */
	static final class TooMuch extends IOException {

		TooMuch() {
			super("More than was said");
		}

	}

}
