package cn.ecopark.park;

import cn.ecopark.shared.Refusal;

/** Somebody else changed the park in the meantime. */
public class StalePark extends Refusal {

	StalePark(Park park) {
		super("park.stale", park.name());
	}

}
