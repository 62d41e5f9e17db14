package cn.ecopark.park;

import cn.ecopark.shared.Refusal;

/** There is no park of that id. */
public class UnknownPark extends Refusal {

	UnknownPark(long parkId) {
		super("park.unknown", parkId);
	}

}
