package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** There is no unit of that id. */
public class UnknownUnit extends Refusal {

	UnknownUnit(String unitId) {
		super("organisation.unknown-unit", unitId);
	}

}
