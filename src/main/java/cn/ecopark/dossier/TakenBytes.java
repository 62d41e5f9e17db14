package cn.ecopark.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file on its way in: at least one byte, and no more than are taken. */
final class TakenBytes extends FilterInputStream {

	private final UploadLimits limits;

	private long count;

	TakenBytes(InputStream bytes, UploadLimits limits) {
		super(bytes);
		this.limits = limits;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	/**
	 * @throws DocumentRefusals.EmptyFile at the end, if nothing came before
	 * @throws DocumentRefusals.FileTooLarge as soon as there are more
	 */
	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = super.read(target, offset, length);
		if (read < 0 && this.count == 0) {
			throw new DocumentRefusals.EmptyFile();
		}
		this.count += Math.max(read, 0);
		if (this.count > this.limits.largest().toBytes()) {
			throw new DocumentRefusals.FileTooLarge(this.limits.inWords());
		}
		return read;
	}

}
