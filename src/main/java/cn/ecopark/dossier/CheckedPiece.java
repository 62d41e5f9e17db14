package cn.ecopark.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

import cn.ecopark.dossier.UploadRefusals.ChecksumMismatch;

/**
 * A piece of an upload that came with its checksum: on disk until that is found right,
 * deleted when closed.
 */
public record CheckedPiece(Path path) implements AutoCloseable {

	/**
	 * @param digest the way its checksum is made
	 * @param most bytes that are of interest
	 * @throws ChecksumMismatch if it is another piece than was sent
	 */
	public static CheckedPiece receive(InputStream bytes, MessageDigest digest, byte[] checksum, long most)
			throws IOException {
		CheckedPiece piece = new CheckedPiece(Files.createTempFile("upload", ".piece"));
		try (OutputStream out = new DigestOutputStream(Files.newOutputStream(piece.path), digest);
				InputStream read = new FirstBytes(bytes, most)) {
			read.transferTo(out);
		}
		catch (IOException | RuntimeException failed) {
			piece.close();
			throw failed;
		}
		if (!MessageDigest.isEqual(digest.digest(), checksum)) {
			piece.close();
			throw new ChecksumMismatch();
		}
		return piece;
	}

	public InputStream open() throws IOException {
		return Files.newInputStream(this.path);
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.path);
	}

}
