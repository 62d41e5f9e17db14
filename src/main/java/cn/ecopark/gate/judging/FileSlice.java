package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** A file read from one place to another; counts what was read. */
final class FileSlice extends InputStream {

	private static final int BUFFER = 16 * 1024;

	private final FileChannel file;

	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

	private final long start;

	private final long end;

	private long position;

	FileSlice(FileChannel file, long start, long end) {
		this.file = file;
		this.start = start;
		this.position = start;
		this.end = end;
	}

	/**
	 * @return bytes handed out
	 */
	long consumed() {
		return this.position - this.buffer.remaining() - this.start;
	}

	@Override
	public int read() throws IOException {
		return fill() ? this.buffer.get() & 0xff : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (length == 0) {
			return 0;
		}
		if (!fill()) {
			return -1;
		}
		int count = Math.min(length, this.buffer.remaining());
		this.buffer.get(target, offset, count);
		return count;
	}

	private boolean fill() throws IOException {
		if (this.buffer.hasRemaining()) {
			return true;
		}
		if (this.position >= this.end) {
			return false;
		}
		this.buffer.clear().limit((int) Math.min(BUFFER, this.end - this.position));
		int count = this.file.read(this.buffer, this.position);
		this.buffer.flip();
		this.position += Math.max(count, 0);
		return count > 0;
	}

}
