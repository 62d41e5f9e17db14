package cn.ecopark.gate.judging;

/** The numbers at the beginning of a stream of objects: object, place, object, … */
final class CompressedPlaces {

	private final byte[] bytes;

	private final int first;

	private int at;

	private int number;

	CompressedPlaces(byte[] bytes, int first) {
		this.bytes = bytes;
		this.first = first;
		skip();
	}

	boolean hasNext() {
		return this.at < this.first;
	}

	/**
	 * @return number of the object whose place was told last
	 */
	int number() {
		return this.number;
	}

	int next() {
		this.number = value();
		int place = value();
		return (int) Math.min((long) this.first + place, Integer.MAX_VALUE);
	}

	private int value() {
		long number = 0;
		while (this.at < this.first && digit()) {
			number = Math.min(number * 10 + this.bytes[this.at++] - '0', Integer.MAX_VALUE);
		}
		skip();
		return (int) number;
	}

	private void skip() {
		while (this.at < this.first && !digit()) {
			this.at++;
		}
	}

	private boolean digit() {
		return this.bytes[this.at] >= '0' && this.bytes[this.at] <= '9';
	}

}
