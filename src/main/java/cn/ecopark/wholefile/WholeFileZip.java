package cn.ecopark.wholefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import cn.ecopark.shared.Sha256;

/**
 * Writes a whole file entry by entry; the manifest comes first, and of no entry more than
 * a few kilobytes are ever in memory.
 */
final class WholeFileZip {

	private static final int BUFFER = 64 * 1024;

	private final ManifestFile manifest;

	private final List<Piece> pieces;

	WholeFileZip(ManifestFile manifest, List<Piece> pieces) {
		this.manifest = manifest;
		this.pieces = pieces;
	}

	/** What is kept is no longer what was handed in. */
	static final class ContentDamaged extends IOException {

		ContentDamaged(String path) {
			super("The content of " + path + " is not what its digest says");
		}

	}

	/**
	 * @throws ContentDamaged when the bytes of an entry are not those the manifest lists;
	 * the ZIP then has no end and opens nowhere
	 */
	void writeTo(OutputStream out) throws IOException {
		ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		begin(zip, Manifest.PATH, false);
		new ByteArrayInputStream(this.manifest.bytes()).transferTo(zip);
		zip.closeEntry();
		byte[] buffer = new byte[BUFFER];
		for (Piece piece : this.pieces) {
			begin(zip, piece.entry().path(), isPacked(piece.entry().mediaType()));
			copy(piece, zip, buffer);
			zip.closeEntry();
		}
		zip.finish();
		zip.flush();
	}

	private void begin(ZipOutputStream zip, String path, boolean packed) throws IOException {
		zip.setLevel(packed ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
		ZipEntry entry = new ZipEntry(path);
		Instant at = this.manifest.manifest().made().at();
		entry.setLastModifiedTime(FileTime.from(at));
		zip.putNextEntry(entry);
	}

	/** What cannot be made smaller passes through as it is. */
	private static boolean isPacked(String mediaType) {
		return !mediaType.startsWith("text/") && !mediaType.startsWith("application/json")
				&& !mediaType.startsWith("application/schema+json");
	}

	private static void copy(Piece piece, OutputStream out, byte[] buffer) throws IOException {
		MessageDigest digest = Sha256.digest();
		long size = 0;
		try (InputStream in = piece.bytes().open()) {
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				digest.update(buffer, 0, count);
				out.write(buffer, 0, count);
				size += count;
			}
		}
		if (size != piece.entry().size() || !HexFormat.of().formatHex(digest.digest()).equals(piece.entry().sha256())) {
			throw new ContentDamaged(piece.entry().path());
		}
	}

}
