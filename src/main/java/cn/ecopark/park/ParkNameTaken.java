package cn.ecopark.park;

import cn.ecopark.shared.Refusal;

/** A park of that name is in the register already. */
public class ParkNameTaken extends Refusal {

	ParkNameTaken(String name) {
		super("park.name-taken", name);
	}

}
