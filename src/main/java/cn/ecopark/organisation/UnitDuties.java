package cn.ecopark.organisation;

import java.util.List;

/** What a unit has to do; implemented where tasks and cases are known. */
public interface UnitDuties {

	/**
	 * What cannot go on without the unit or somebody in its place.
	 *
	 * @param joint whether it is a step of a joint decision, in which each body acts for
	 * itself
	 */
	record Duty(String words, boolean joint) {
	}

	/**
	 * @return its open steps, and cases in which it takes part and that are open
	 */
	List<Duty> of(String unitId);

}
