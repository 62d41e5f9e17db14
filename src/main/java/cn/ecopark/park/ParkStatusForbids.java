package cn.ecopark.park;

import cn.ecopark.shared.Refusal;

/** The park is not in the status that this decision starts from. */
public class ParkStatusForbids extends Refusal {

	ParkStatusForbids(Park park, LifeStatus wanted) {
		super("park.status-forbids", park.name(), park.lifeStatus(), wanted);
	}

}
