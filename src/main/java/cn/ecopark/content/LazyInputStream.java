package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/** Begins to fetch where it is first read; what is skipped before is not fetched. */
final class LazyInputStream extends InputStream {

	private final LongFunction<InputStream> opener;

	private final long size;

	private long position;

	private @Nullable InputStream opened;

	LazyInputStream(LongFunction<InputStream> opener, long size, long from) {
		this.opener = opener;
		this.size = size;
		this.position = Math.min(Math.max(from, 0), size);
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (this.position >= this.size) {
			return -1;
		}
		InputStream bytes = this.opened == null ? this.opener.apply(this.position) : this.opened;
		this.opened = bytes;
		int count = bytes.read(target, offset, length);
		if (count < 0) {
			throw new IntactContents.EndsEarly("The content is shorter than it was");
		}
		this.position += count;
		return count;
	}

	@Override
	public long skip(long count) throws IOException {
		long skipped = Math.min(Math.max(count, 0), this.size - this.position);
		if (skipped > 0) {
			close();
			this.position += skipped;
		}
		return skipped;
	}

	@Override
	public void close() throws IOException {
		InputStream last = this.opened;
		this.opened = null;
		if (last != null) {
			last.close();
		}
	}

}
