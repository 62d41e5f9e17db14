package cn.ecopark.demo.web;

import java.util.stream.Stream;

import cn.ecopark.organisation.UnitKind;

/** The parties as the page lists them, in the order in which a case meets them. */
enum DemonstrationParty {

	PARK(UnitKind.PARK), PROVINCE(UnitKind.PROVINCE_ECOLOGY, UnitKind.PROVINCE_COMMERCE, UnitKind.PROVINCE_SCIENCE),
	OFFICE(UnitKind.OFFICE), TECHNICAL_UNIT(UnitKind.TECHNICAL_UNIT), EXPERT(UnitKind.EXPERT_POOL),
	MINISTRY(UnitKind.MINISTRY), ADMINISTRATION(UnitKind.ADMINISTRATION);

	private final UnitKind[] kinds;

	DemonstrationParty(UnitKind... kinds) {
		this.kinds = kinds;
	}

	Stream<UnitKind> kinds() {
		return Stream.of(this.kinds);
	}

}
