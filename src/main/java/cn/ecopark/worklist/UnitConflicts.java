package cn.ecopark.worklist;

import java.util.List;

import cn.ecopark.casefile.EcoCase;

/** Who judges in a case and must not work for a unit that takes part in it. */
public interface UnitConflicts {

	/**
	 * @return names of those who work for the unit; none where nothing is against it
	 */
	List<String> against(EcoCase ecoCase, String unitId);

}
