package cn.ecopark.shared;

/**
 * So many of a kind. Nothing is counted beyond a thousand, so that a long list takes no
 * longer than a short one.
 *
 * @param more whether there are more that were not counted
 */
public record Amount(int number, boolean more) {

	public static final int MOST = 1000;

	/**
	 * What a query counts at most, so that it is known whether there are more.
	 */
	public static final int ONE_BEYOND = MOST + 1;

	/**
	 * @param counted no more than {@link #ONE_BEYOND}
	 */
	public static Amount of(int counted) {
		return new Amount(Math.min(counted, MOST), counted > MOST);
	}

	/**
	 * @return one more
	 */
	public Amount next() {
		return this.more ? this : of(this.number + 1);
	}

	public boolean isAny() {
		return this.number > 0;
	}

	@Override
	public String toString() {
		return this.more ? this.number + "+" : String.valueOf(this.number);
	}

}
