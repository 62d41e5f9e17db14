package cn.ecopark.gate.judging;

import java.util.Arrays;

/** A growing row of numbers. */
final class Longs {

	private long[] values = new long[256];

	private int size;

	void add(long value) {
		if (this.size == this.values.length) {
			this.values = Arrays.copyOf(this.values, this.size * 2);
		}
		this.values[this.size++] = value;
	}

	long get(int index) {
		return this.values[index];
	}

	int size() {
		return this.size;
	}

}
