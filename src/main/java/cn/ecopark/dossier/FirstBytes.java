package cn.ecopark.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * No more of a stream than so many bytes; the rest is left alone, and so is the stream.
 */
final class FirstBytes extends FilterInputStream {

	private long left;

	FirstBytes(InputStream bytes, long left) {
		super(bytes);
		this.left = left;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (this.left <= 0) {
			return -1;
		}
		int count = super.read(target, offset, (int) Math.min(length, this.left));
		this.left -= Math.max(count, 0);
		return count;
	}

	@Override
	public void close() {
		// whoever opened the stream closes it
	}

}
