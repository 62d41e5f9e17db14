package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Reads content part by part and holds one of them at a time; parts that are skipped are
 * not fetched.
 */
class PartsInputStream extends InputStream {

	private final IntFunction<byte[]> parts;

	private final long size;

	private final int partSize;

	private long position;

	private int fetched = -1;

	private byte[] part = {};

	PartsInputStream(IntFunction<byte[]> parts, long size, int partSize, long from) {
		this.parts = parts;
		this.size = size;
		this.partSize = partSize;
		this.position = Math.min(Math.max(from, 0), size);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (length == 0) {
			return 0;
		}
		if (this.position >= this.size) {
			return -1;
		}
		fetch((int) (this.position / this.partSize));
		int start = (int) (this.position % this.partSize);
		int count = Math.min(length, this.part.length - start);
		if (count <= 0) {
			throw new IntactContents.EndsEarly("Part " + this.fetched + " is shorter than it was");
		}
		System.arraycopy(this.part, start, target, offset, count);
		this.position += count;
		return count;
	}

	@Override
	public long skip(long count) {
		long skipped = Math.min(Math.max(count, 0), this.size - this.position);
		this.position += skipped;
		return skipped;
	}

	private void fetch(int number) {
		if (number != this.fetched) {
			this.part = this.parts.apply(number);
			this.fetched = number;
		}
	}

}
