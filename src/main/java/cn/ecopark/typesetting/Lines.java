package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;

/** Lines with something before them. */
final class Lines {

	private Lines() {
	}

	/**
	 * @param label stands first, empty for none
	 * @param hang how far in the line begins, points
	 */
	static Line behind(List<Cluster> label, float hang, Line line) {
		List<Line.Piece> pieces = new ArrayList<>(LineBreaker.whole(label).pieces());
		line.pieces().forEach((piece) -> pieces.add(new Line.Piece(piece.cluster(), piece.x() + hang)));
		return new Line(pieces, line.width() + hang);
	}

	/**
	 * @return the lines of a text under a label, all after the first as far in as the
	 * first one's text
	 */
	static List<Line> hanging(List<Cluster> label, List<Cluster> text, float indent, float width) {
		float hang = indent + LineBreaker.whole(label).width();
		List<Line> lines = new ArrayList<>();
		for (Line line : LineBreaker.lines(text, 0, width - hang)) {
			Line shifted = behind(List.of(), hang, line);
			lines.add(lines.isEmpty() ? behind(List.of(), indent, behind(label, hang - indent, line)) : shifted);
		}
		return lines;
	}

}
