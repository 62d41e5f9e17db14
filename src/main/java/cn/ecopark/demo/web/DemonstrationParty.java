package cn.ecopark.demo.web;

import java.util.List;

import cn.ecopark.organisation.UnitLevel;

/** The parties as the page lists them, in the order in which a case meets them. */
enum DemonstrationParty {

	PARK(UnitLevel.PARK), CITY(UnitLevel.CITY), PROVINCE(UnitLevel.PROVINCE), OFFICE(UnitLevel.OFFICE),
	TECHNICAL_UNIT(UnitLevel.TECHNICAL_UNIT), EXPERT(UnitLevel.EXPERT_POOL), MINISTRY(UnitLevel.MINISTRY),
	ADMINISTRATION(UnitLevel.ADMINISTRATION);

	/** Whom a visitor is first, in order of what there is to see. */
	static final List<DemonstrationParty> SUGGESTED = List.of(OFFICE, MINISTRY, PARK, PROVINCE, TECHNICAL_UNIT, EXPERT);

	private final UnitLevel level;

	DemonstrationParty(UnitLevel level) {
		this.level = level;
	}

	UnitLevel level() {
		return this.level;
	}

}
