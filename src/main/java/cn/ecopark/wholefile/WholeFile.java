package cn.ecopark.wholefile;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A whole file, ready to be written. */
public final class WholeFile {

	private final ManifestFile manifest;

	private final List<Piece> pieces;

	private final String name;

	WholeFile(ManifestFile manifest, List<Piece> pieces, String name) {
		this.manifest = manifest;
		this.pieces = List.copyOf(pieces);
		this.name = name;
	}

	public ManifestFile manifest() {
		return this.manifest;
	}

	/**
	 * @return name under which it is offered, without its ending
	 */
	public String name() {
		return this.name;
	}

	/**
	 * @return bytes of all entries, unpacked
	 */
	public long size() {
		return this.pieces.stream().mapToLong(piece -> piece.entry().size()).sum();
	}

	public int count() {
		return this.pieces.size();
	}

	/**
	 * Writes the ZIP, entry by entry. When a content is damaged it is given up and has no
	 * end.
	 */
	public void writeTo(OutputStream out) throws IOException {
		new WholeFileZip(this.manifest, this.pieces).writeTo(out);
	}

}
