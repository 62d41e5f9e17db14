package cn.ecopark.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

	/**
	 * The department of that kind in a province or city, whether or not there still is
	 * one.
	 */
	Optional<Unit> ofKindIn(UnitKind kind, String areaCode);

	/**
	 * The unit that has the business of the department of that kind on a day: that one
	 * itself, or once it is merged into another the one in its place.
	 */
	default Optional<Unit> inChargeIn(UnitKind kind, String areaCode, LocalDate day) {
		return ofKindIn(kind, areaCode).flatMap((unit) -> inPlaceOf(unit.id(), day)).flatMap(this::find);
	}

	/** In the order of their ids, those that are no more as well. */
	List<Unit> allOf(UnitKind kind);

	/**
	 * Units of whatever kind, in the order of their ids, those that are no more as well.
	 */
	List<Unit> allAt(UnitLevel level);

	/** In the order of their ids: those of a kind that there are on a day. */
	default List<Unit> presentOf(UnitKind kind, LocalDate day) {
		return allOf(kind).stream().filter((unit) -> isThereOn(unit.id(), day)).toList();
	}

	/** How the unit ends; empty of one that goes on. */
	Optional<UnitEnd> endOf(String unitId);

	/** Whether the unit has not ended by that day. */
	default boolean isThereOn(String unitId, LocalDate day) {
		return endOf(unitId).filter((end) -> end.hasComeBy(day)).isEmpty();
	}

	/**
	 * Who has the business of that unit on a day: the unit itself as long as it is there,
	 * afterwards its successor, or the successor of that one; empty where nobody has.
	 */
	default Optional<String> inPlaceOf(String unitId, LocalDate day) {
		Set<String> seen = new HashSet<>();
		String now = unitId;
		while (now != null && !isThereOn(now, day)) {
			now = seen.add(now) ? endOf(now).map(UnitEnd::successor).orElse(null) : null;
		}
		return Optional.ofNullable(now);
	}

	/** Says how a unit ends, in place of what was said of it before. */
	void end(UnitEnd end, long personId, Instant at);

	/**
	 * The unit goes on after all.
	 * @param end with the document it rests on, and why
	 */
	void goOn(UnitEnd end, long personId, Instant at);

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
