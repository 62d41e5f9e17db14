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
	 * @param end stands where the rest is left out
	 * @param width of a line, points
	 * @return so many lines that are not spread, the last one ended where there are more
	 */
	static List<Line> atMost(int most, List<Cluster> text, List<Cluster> end, float width) {
		List<Line> lines = LineBreaker.ragged(text, width);
		if (lines.size() <= most) {
			return lines;
		}
		List<Line> kept = new ArrayList<>(lines.subList(0, most - 1));
		List<Cluster> last = new ArrayList<>(lines.get(most - 1).pieces().stream().map(Line.Piece::cluster).toList());
		float room = width - LineBreaker.whole(end).width();
		while (last.size() > 1 && LineBreaker.whole(last).width() > room) {
			last.remove(last.size() - 1);
		}
		last.addAll(end);
		kept.add(LineBreaker.whole(last));
		return kept;
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
