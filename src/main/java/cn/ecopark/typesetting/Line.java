package cn.ecopark.typesetting;

import java.util.List;

/**
 * One set line.
 *
 * @param width from its first to its last character, points
 */
record Line(List<Piece> pieces, float width) {

	/**
	 * A part of a line and where it stands.
	 *
	 * @param x from the left end of the line, points
	 */
	record Piece(Cluster cluster, float x) {
	}

	static final Line EMPTY = new Line(List.of(), 0);

	/**
	 * @return width in millimetres
	 */
	float length() {
		return Measures.millimetres(this.width);
	}

	/**
	 * @return height of its largest character, millimetres
	 */
	float height() {
		return Measures
			.millimetres((float) this.pieces.stream().mapToDouble((piece) -> piece.cluster().size()).max().orElse(0));
	}

}
