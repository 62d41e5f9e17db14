package cn.ecopark.gate.judging;

import java.io.IOException;
import java.io.InputStream;

/** Decodes byte by byte what another stream holds. */
abstract class DecodedInputStream extends InputStream {

	protected final InputStream in;

	DecodedInputStream(InputStream in) {
		this.in = in;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int count = 0;
		while (count < length) {
			int next = read();
			if (next < 0) {
				return (count == 0) ? -1 : count;
			}
			target[offset + count++] = (byte) next;
		}
		return count;
	}

}
