package cn.ecopark.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Breaks a paragraph into lines by the rules of Chinese typesetting (避头尾): no line begins
 * with a closing mark nor ends with an opening one; marks are narrowed to draw one more
 * in, else a character is carried over and the line spread. A word longer than a line is
 * broken where the line ends.
 */
final class LineBreaker {

	private final List<Cluster> clusters;

	private final float width;

	private final boolean spread;

	private final List<Line> lines = new ArrayList<>();

	private LineBreaker(List<Cluster> clusters, float indent, float width, boolean spread) {
		float room = width - indent;
		this.clusters = clusters.stream()
			.flatMap((cluster) -> cluster.width() > room ? cluster.characters() : Stream.of(cluster))
			.toList();
		this.width = width;
		this.spread = spread;
	}

	/**
	 * @param indent of the first line, points
	 * @param width of a line, points
	 */
	static List<Line> lines(List<Cluster> clusters, float indent, float width) {
		LineBreaker breaker = new LineBreaker(clusters, indent, width, true);
		breaker.run(indent);
		return breaker.lines;
	}

	/**
	 * @return lines that are not spread to the right edge, as in a narrow cell
	 */
	static List<Line> ragged(List<Cluster> clusters, float width) {
		LineBreaker breaker = new LineBreaker(clusters, 0, width, false);
		breaker.run(0);
		return breaker.lines;
	}

	/**
	 * @return all in one line, as wide as it is
	 */
	static Line whole(List<Cluster> clusters) {
		return place(clusters, 0, 0, 0);
	}

	private void run(float indent) {
		int from = 0;
		float left = indent;
		while (from < this.clusters.size()) {
			int to = end(from, this.width - left);
			this.lines.add(justified(this.clusters.subList(from, to), left, to == this.clusters.size()));
			from = to;
			left = 0;
			while (from < this.clusters.size() && this.clusters.get(from).space()) {
				from++;
			}
		}
	}

	/**
	 * @return the first cluster of the next line
	 */
	private int end(int from, float room) {
		int fitting = from;
		float used = 0;
		while (fitting < this.clusters.size() && used + this.clusters.get(fitting).width() <= room + slack(fitting)) {
			used += this.clusters.get(fitting).width();
			fitting++;
		}
		if (fitting == this.clusters.size()) {
			return fitting;
		}
		int drawnIn = drawnIn(from, fitting, room);
		return drawnIn > fitting ? drawnIn : carriedOver(from, fitting);
	}

	/** Rounding, and the tracking after a line's last character. */
	private float slack(int at) {
		return this.clusters.get(at).size() * 0.02f;
	}

	/** Closing marks that follow, if the marks of the line can be narrowed for them. */
	private int drawnIn(int from, int fitting, float room) {
		float needed = width(this.clusters.subList(from, fitting)) - room;
		float spare = spare(this.clusters.subList(from, fitting));
		int to = fitting;
		while (to < this.clusters.size() && !this.clusters.get(to).mayBegin()) {
			needed += this.clusters.get(to).width();
			spare += this.clusters.get(to).spare();
			if (needed > spare) {
				return fitting;
			}
			to++;
		}
		boolean possible = to > fitting && (to == this.clusters.size() || this.clusters.get(to - 1).mayEnd());
		return possible ? to : fitting;
	}

	private int carriedOver(int from, int fitting) {
		int to = Math.max(fitting, from + 1);
		while (to > from + 1 && !(this.clusters.get(to).mayBegin() && this.clusters.get(to - 1).mayEnd())) {
			to--;
		}
		return to > from + 1 ? to : Math.max(fitting, from + 1);
	}

	private Line justified(List<Cluster> line, float left, boolean last) {
		int size = line.size();
		while (size > 0 && line.get(size - 1).space()) {
			size--;
		}
		List<Cluster> shown = line.subList(0, size);
		float free = this.width - left - width(shown);
		float spread = last || !this.spread || free < 0 || size < 2 ? 0 : free / (size - 1);
		float spare = spare(shown);
		float narrowed = free < 0 && spare > 0 ? Math.min(1, -free / spare) : 0;
		return place(shown, left, spread, narrowed);
	}

	private static Line place(List<Cluster> clusters, float left, float spread, float narrowed) {
		List<Line.Piece> pieces = new ArrayList<>();
		float x = left;
		for (Cluster cluster : clusters) {
			float less = cluster.spare() * narrowed;
			pieces.add(new Line.Piece(cluster, cluster.emptyLeft() ? x - less : x));
			x += cluster.width() - less + spread;
		}
		return new Line(pieces, clusters.isEmpty() ? left : x - spread);
	}

	private static float width(List<Cluster> clusters) {
		return (float) clusters.stream().mapToDouble(Cluster::width).sum();
	}

	private static float spare(List<Cluster> clusters) {
		return (float) clusters.stream().mapToDouble(Cluster::spare).sum();
	}

}
