package cn.ecopark.reading;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where two pages look differently. Two scans of one sheet never are the same to the dot:
 * they may lie aside by a few dots and be lighter or darker a little.
 */
final class PictureDifference {

	/** Dots of the edge of the squares that are compared. */
	private static final int SQUARE = 12;

	/** Dots by which one may lie aside of the other as a whole. */
	private static final int FARTHEST = 12;

	/** Levels of grey, of 255, by which a square may differ in the mean. */
	private static final int TOLERANCE = 26;

	private static final double ASPECT_TOLERANCE = 0.04;

	private static final int MOST_AREAS = 12;

	private static final Place WHOLE = new Place(0, 0, 1, 1);

	private final int[][] left;

	private final int[][] right;

	private final int width;

	private final int height;

	private int aside;

	private int below;

	private PictureDifference(int[][] left, int[][] right) {
		this.left = left;
		this.right = right;
		this.height = Math.min(left.length, right.length);
		this.width = Math.min(left[0].length, right[0].length);
	}

	/**
	 * @return what differs, in parts of the page; none if nothing is seen
	 */
	static List<Place> of(BufferedImage left, BufferedImage right) {
		double one = (double) left.getWidth() / left.getHeight();
		double other = (double) right.getWidth() / right.getHeight();
		if (Math.abs(one - other) > ASPECT_TOLERANCE * one) {
			return List.of(WHOLE);
		}
		PictureDifference difference = new PictureDifference(grey(left), grey(right));
		difference.shift();
		return difference.areas();
	}

	/** Each dot with its neighbours, so that edges need not lie on the same dot. */
	private static int[][] grey(BufferedImage picture) {
		Raster raster = picture.getRaster();
		int width = picture.getWidth();
		int height = picture.getHeight();
		int[] line = new int[width];
		int[][] dots = new int[height][];
		for (int row = 0; row < height; row++) {
			raster.getSamples(0, row, width, 1, 0, line);
			dots[row] = line.clone();
		}
		int[][] soft = new int[height][width];
		for (int row = 0; row < height; row++) {
			for (int column = 0; column < width; column++) {
				int sum = 0;
				for (int near = 0; near < 9; near++) {
					sum += dots[Math.max(0, Math.min(height - 1, row + near / 3 - 1))][Math.max(0,
							Math.min(width - 1, column + near % 3 - 1))];
				}
				soft[row][column] = sum / 9;
			}
		}
		return soft;
	}

	/** Finds how far one lies aside of the other. */
	private void shift() {
		long least = Long.MAX_VALUE;
		int bestAside = 0;
		int bestBelow = 0;
		for (int down = -FARTHEST; down <= FARTHEST; down++) {
			for (int along = -FARTHEST; along <= FARTHEST; along++) {
				this.aside = along;
				this.below = down;
				long sum = Math.abs(along) + Math.abs(down);
				for (int row = FARTHEST; row < this.height - FARTHEST; row += 5) {
					for (int column = FARTHEST; column < this.width - FARTHEST; column += 5) {
						sum += apart(row, column, 0, 0);
					}
				}
				if (sum < least) {
					least = sum;
					bestAside = along;
					bestBelow = down;
				}
			}
		}
		this.aside = bestAside;
		this.below = bestBelow;
	}

	private int apart(int row, int column, int down, int along) {
		int otherRow = row + this.below + down;
		int otherColumn = column + this.aside + along;
		if (otherRow < 0 || otherRow >= this.right.length || otherColumn < 0 || otherColumn >= this.right[0].length) {
			return 0;
		}
		return Math.abs(this.left[row][column] - this.right[otherRow][otherColumn]);
	}

	private List<Place> areas() {
		int rows = (this.height + SQUARE - 1) / SQUARE;
		int columns = (this.width + SQUARE - 1) / SQUARE;
		boolean[][] differs = new boolean[rows][columns];
		for (int row = 0; row < rows; row++) {
			for (int column = 0; column < columns; column++) {
				differs[row][column] = differs(row * SQUARE, column * SQUARE);
			}
		}
		List<Place> areas = new ArrayList<>();
		for (int row = 0; row < rows; row++) {
			for (int column = 0; column < columns; column++) {
				if (differs[row][column]) {
					areas.add(place(differs, row, column));
				}
			}
		}
		return areas.size() > MOST_AREAS ? List.of(around(areas)) : areas;
	}

	/** Paper that was drawn in askew lies aside by a dot more here and there. */
	private boolean differs(int fromRow, int fromColumn) {
		for (int near = 0; near < 9; near++) {
			if (!differs(fromRow, fromColumn, near / 3 - 1, near % 3 - 1)) {
				return false;
			}
		}
		return true;
	}

	private boolean differs(int fromRow, int fromColumn, int down, int along) {
		int sum = 0;
		int count = 0;
		for (int row = fromRow; row < Math.min(fromRow + SQUARE, this.height); row++) {
			for (int column = fromColumn; column < Math.min(fromColumn + SQUARE, this.width); column++) {
				sum += apart(row, column, down, along);
				count++;
			}
		}
		return sum > TOLERANCE * count;
	}

	/**
	 * The squares that hang together, which are struck out; gaps of one count as none.
	 */
	private Place place(boolean[][] differs, int row, int column) {
		int top = row;
		int bottom = row;
		int first = column;
		int last = column;
		Deque<int[]> open = new ArrayDeque<>();
		open.push(new int[] { row, column });
		differs[row][column] = false;
		while (!open.isEmpty()) {
			int[] at = open.pop();
			top = Math.min(top, at[0]);
			bottom = Math.max(bottom, at[0]);
			first = Math.min(first, at[1]);
			last = Math.max(last, at[1]);
			for (int nearRow = Math.max(0, at[0] - 2); nearRow <= Math.min(differs.length - 1, at[0] + 2); nearRow++) {
				for (int near = Math.max(0, at[1] - 2); near <= Math.min(differs[0].length - 1, at[1] + 2); near++) {
					if (differs[nearRow][near]) {
						differs[nearRow][near] = false;
						open.push(new int[] { nearRow, near });
					}
				}
			}
		}
		double wide = this.left[0].length;
		double high = this.left.length;
		return new Place(first * SQUARE / wide, top * SQUARE / high,
				Math.min(1 - first * SQUARE / wide, (last - first + 1) * SQUARE / wide),
				Math.min(1 - top * SQUARE / high, (bottom - top + 1) * SQUARE / high));
	}

	private static Place around(List<Place> areas) {
		double left = areas.stream().mapToDouble(Place::left).min().orElse(0);
		double top = areas.stream().mapToDouble(Place::top).min().orElse(0);
		double right = areas.stream().mapToDouble(area -> area.left() + area.width()).max().orElse(1);
		double bottom = areas.stream().mapToDouble(area -> area.top() + area.height()).max().orElse(1);
		return new Place(left, top, right - left, bottom - top);
	}

}
