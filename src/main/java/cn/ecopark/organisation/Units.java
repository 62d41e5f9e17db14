package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import cn.ecopark.rulepack.Words;

/**
 * The units that take part, kept in memory; a change made on another node is seen within
 * half a minute.
 */
public interface Units extends UnitKinds {

	String OFFICE = UnitLevel.OFFICE.name();

	String EXPERTS = "EXPERTS";

	String ADMINISTRATION = "ADMINISTRATION";

	Optional<Unit> find(String unitId);

	/**
	 * @throws UnknownUnit if there is none of that id
	 */
	Unit get(String unitId);

	/** The full name on a date; the id itself if there is no such unit. */
	String nameOn(String unitId, LocalDate date);

	/** The short name on a date; the id itself if there is no such unit. */
	String shortNameOn(String unitId, LocalDate date);

	/** The department of that kind in a province or city. */
	Optional<Unit> ofKindIn(UnitKind kind, String areaCode);

	/** In the order of their ids. */
	List<Unit> allOf(UnitKind kind);

	/** Units of whatever kind, in the order of their ids. */
	List<Unit> allAt(UnitLevel level);

	/** In the order of their codes, which is the official one. */
	List<Province> provinces();

	/** In the order of their codes. */
	List<City> cities();

	/** The city's name, the code itself if there is no such city. */
	default String cityName(String cityCode) {
		return cities().stream()
			.filter((city) -> city.code().equals(cityCode))
			.map(City::name)
			.findFirst()
			.orElse(cityCode);
	}

	/** The province's name, the code itself if there is no such province. */
	String provinceName(String provinceCode);

	/**
	 * The names of a unit as they stand in the database now, the earliest first; none if
	 * there is no such unit.
	 */
	List<UnitName> namesOf(String unitId);

	/**
	 * Replaces the names of a unit; of what stays the same nothing is written.
	 * @param names never empty
	 */
	void rename(String unitId, List<UnitName> names);

	/** Enters a unit. */
	void add(Unit unit);

	/** Enters a kind of units, after those of its level. */
	void add(UnitKind kind, Words label);

	/** Enters a city. */
	void add(City city);

}
