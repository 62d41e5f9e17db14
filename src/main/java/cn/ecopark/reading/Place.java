package cn.ecopark.reading;

/**
 * A rectangle on a page, in parts of its width and height from the upper left corner.
 *
 * @param left from 0 to 1, as are all of them
 */
public record Place(double left, double top, double width, double height) {

	/** Rectangles that come from browsers reach over the edge by a hair. */
	private static final double HAIR = 0.01;

	public boolean isOnPage() {
		return isPart(this.left) && isPart(this.top) && isPart(this.width) && isPart(this.height)
				&& this.left + this.width <= 1 + HAIR && this.top + this.height <= 1 + HAIR;
	}

	private static boolean isPart(double value) {
		return value >= -HAIR && value <= 1 + HAIR;
	}

}
