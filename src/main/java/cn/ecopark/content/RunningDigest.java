package cn.ecopark.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 that can be laid down after any byte and taken up again, by another process
 * if need be. One that was lost stays lost, and has no state.
 */
final class RunningDigest {

	private static final int BUFFER = 1 << 16;

	private final @Nullable SHA256Digest digest;

	private RunningDigest(@Nullable SHA256Digest digest) {
		this.digest = digest;
	}

	static RunningDigest begun() {
		return new RunningDigest(new SHA256Digest());
	}

	/**
	 * @param state as it was laid down; null or unreadable if it was lost
	 */
	static RunningDigest of(byte @Nullable [] state) {
		try {
			return new RunningDigest(state == null ? null : new SHA256Digest(state));
		}
		catch (RuntimeException unreadable) {
			return new RunningDigest(null);
		}
	}

	static String of(InputStream bytes) throws IOException {
		RunningDigest digest = begun();
		byte[] buffer = new byte[BUFFER];
		for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
			digest.update(buffer, count);
		}
		return digest.end();
	}

	boolean isLost() {
		return this.digest == null;
	}

	void update(byte[] bytes, int count) {
		if (this.digest != null) {
			this.digest.update(bytes, 0, count);
		}
	}

	byte @Nullable [] state() {
		return this.digest == null ? null : this.digest.getEncodedState();
	}

	/**
	 * @return 64 lower-case hexadecimal digits
	 */
	String end() {
		if (this.digest == null) {
			throw new IllegalStateException("The digest was lost");
		}
		byte[] sum = new byte[this.digest.getDigestSize()];
		this.digest.doFinal(sum, 0);
		return HexFormat.of().formatHex(sum);
	}

}
