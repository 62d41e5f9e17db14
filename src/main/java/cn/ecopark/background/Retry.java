package cn.ecopark.background;

import java.time.Duration;

/**
 * How often work is tried before it is given up, and how long it rests in between.
 *
 * @param attempts in all, at least one; a node that died at it counts as one
 * @param firstPause after the first failure
 * @param growth each further pause is so many times as long
 */
public record Retry(int attempts, Duration firstPause, int growth) {

	public Retry {
		if (attempts < 1 || firstPause.isNegative() || growth < 1) {
			throw new IllegalArgumentException("Cannot be tried so: " + attempts + ", " + firstPause + ", " + growth);
		}
	}

	boolean isUsedUpBy(int failures) {
		return failures >= this.attempts;
	}

	Duration pauseAfter(int failures) {
		Duration pause = this.firstPause;
		for (int further = 1; further < failures; further++) {
			pause = pause.multipliedBy(this.growth);
		}
		return pause;
	}

}
