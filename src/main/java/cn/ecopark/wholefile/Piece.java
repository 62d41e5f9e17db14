package cn.ecopark.wholefile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * An entry with where its bytes come from.
 *
 * @param bytes opened once for each time it is written
 */
record Piece(Manifest.Entry entry, Bytes bytes) {

	/** Where bytes come from. */
	interface Bytes {

		InputStream open();

	}

	static Piece written(String path, EntryKind kind, String title, String mediaType, byte[] bytes) {
		return new Piece(
				new Manifest.Entry(path, kind, title, mediaType, bytes.length, ManifestFile.digest(bytes), null),
				() -> new ByteArrayInputStream(bytes));
	}

}
