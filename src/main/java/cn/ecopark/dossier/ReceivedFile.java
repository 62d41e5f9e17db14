package cn.ecopark.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

import cn.ecopark.shared.Sha256;

/** A file on its way in: on disk while it is looked at, deleted when closed. */
record ReceivedFile(Path path, long size, String sha256) implements AutoCloseable {

	private static final int BUFFER = 64 * 1024;

	/**
	 * @param limits how many bytes are taken
	 * @throws DocumentRefusals.FileTooLarge as soon as there are more
	 */
	static ReceivedFile receive(InputStream bytes, UploadLimits limits) throws IOException {
		Path path = Files.createTempFile("paper", ".part");
		try (DigestOutputStream out = new DigestOutputStream(Files.newOutputStream(path), Sha256.digest())) {
			long size = copy(bytes, out, limits);
			return new ReceivedFile(path, size, HexFormat.of().formatHex(out.getMessageDigest().digest()));
		}
		catch (IOException | RuntimeException failed) {
			Files.deleteIfExists(path);
			throw failed;
		}
	}

	private static long copy(InputStream bytes, OutputStream out, UploadLimits limits) throws IOException {
		byte[] buffer = new byte[BUFFER];
		long size = 0;
		for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
			size += count;
			if (size > limits.largest().toBytes()) {
				throw new DocumentRefusals.FileTooLarge(limits.inWords());
			}
			out.write(buffer, 0, count);
		}
		return size;
	}

	InputStream open() throws IOException {
		return Files.newInputStream(this.path);
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

}
