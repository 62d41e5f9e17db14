package cn.ecopark.gate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Writes a JPEG segment by segment. */
final class Jpegs {

	private static final byte[] SCAN = { (byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x55 };

	private Jpegs() {
	}

	static byte[] ofSize(int width, int height) {
		return of(width, height, 1);
	}

	static byte[] of(int width, int height, int scans) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ByteBuffer head = ByteBuffer.allocate(15)
			.putShort((short) 0xffd8)
			.putShort((short) 0xffc2)
			.putShort((short) 11);
		head.put((byte) 8)
			.putShort((short) height)
			.putShort((short) width)
			.put((byte) 1)
			.put(new byte[] { 1, 0x11, 0 });
		bytes.writeBytes(head.array());
		for (int scan = 0; scan < scans; scan++) {
			bytes.writeBytes(SCAN);
		}
		bytes.writeBytes(new byte[] { (byte) 0xff, (byte) 0xd9 });
		return bytes.toByteArray();
	}

}
