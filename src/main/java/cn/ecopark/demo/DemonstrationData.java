package cn.ecopark.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PastDecision;
import cn.ecopark.shared.CsvRows;
import cn.ecopark.shared.Installation;

/**
 * Reads the files of the demonstration and enters them by the same commands that an
 * administrator uses.
 */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class DemonstrationData {

	private static final String PARKS = "demonstration/parks.csv";

	private static final String PEOPLE = "demonstration/people.csv";

	/** Parks that are invented themselves: nothing adverse is invented of a real one. */
	private static final String INVENTED_PARKS = "demonstration/invented-parks.csv";

	/** Who works for these, and second persons where a unit has one. */
	private static final String MORE_PEOPLE = "demonstration/more-people.csv";

	private static final String OF_PARK = "park:";

	/** The title of that time; since 2020 it is another. */
	private static final String TITLE = "国家生态工业示范园区";

	private static final Map<String, ParkKind> KINDS = Map.of("综合类", ParkKind.COMPREHENSIVE, "行业类", ParkKind.SECTOR,
			"静脉产业类", ParkKind.VENOUS);

	private static final Map<String, LifeStatus> STATUSES = Map.of("意向", LifeStatus.PROSPECT, "建设中",
			LifeStatus.UNDER_CONSTRUCTION, "已命名", LifeStatus.NAMED);

	private final Parks parks;

	private final InventedPeople people;

	private final String password;

	DemonstrationData(Parks parks, InventedPeople people, Installation installation) {
		this.parks = parks;
		this.people = people;
		this.password = installation.demoPassword();
	}

	/**
	 * @return the parks by their names
	 */
	Map<String, Park> loadParks() {
		return loadParks(PARKS);
	}

	private Map<String, Park> loadParks(String file) {
		Map<String, Park> byName = new LinkedHashMap<>();
		CsvRows.read(file).forEach((row) -> byName.put(CsvRows.text(row, "name"), loadPark(row)));
		return byName;
	}

	/**
	 * What has been decided by 2018-01-02 and nothing later: a date of naming counts only
	 * where the park was named by then.
	 */
	private Park loadPark(Map<String, String> row) {
		LifeStatus status = STATUSES.get(CsvRows.text(row, "life_status_on_2018_01_02"));
		Park park = this.parks.register(
				new NewPark(CsvRows.text(row, "name"), Objects.requireNonNull(KINDS.get(CsvRows.text(row, "kind"))),
						CsvRows.text(row, "level"), CsvRows.text(row, "province_code")));
		if (status == LifeStatus.PROSPECT) {
			return park;
		}
		Park approved = this.parks.recordPastDecision(park.id(), approval(row));
		return status == LifeStatus.NAMED ? this.parks.recordPastDecision(park.id(), naming(row)) : approved;
	}

	private static PastDecision approval(Map<String, String> row) {
		KnownDate approvedOn = KnownDate.orNull(CsvRows.text(row, "approved_on"));
		String note = approvedOn == null ? "批准建设文件未见，日期和文号不详" : null;
		return new PastDecision(LifeStatus.UNDER_CONSTRUCTION, approvedOn,
				textOrNull(CsvRows.text(row, "approval_number")), textOrNull(CsvRows.text(row, "standard")), null, null,
				note, CsvRows.text(row, "source"));
	}

	private static PastDecision naming(Map<String, String> row) {
		KnownDate namedOn = KnownDate.orNull(CsvRows.text(row, "named_on"));
		String note = namedOn == null ? "列入2019年复查名单，故2016年前已命名，日期不详" : null;
		return new PastDecision(LifeStatus.NAMED, namedOn, textOrNull(CsvRows.text(row, "naming_number")), null, TITLE,
				null, note, CsvRows.text(row, "source"));
	}

	void loadPeople(Map<String, Park> parksByName) {
		loadPeople(PEOPLE, parksByName);
	}

	/** Those whom only a demonstration with cases needs. */
	void loadMore(Map<String, Park> parksByName) {
		Map<String, Park> all = new LinkedHashMap<>(parksByName);
		all.putAll(loadParks(INVENTED_PARKS));
		loadPeople(MORE_PEOPLE, all);
	}

	private void loadPeople(String file, Map<String, Park> parksByName) {
		List<NewPerson> invented = CsvRows.read(file).stream().map((row) -> toPerson(row, parksByName)).toList();
		this.people.add(invented, this.password);
	}

	private static NewPerson toPerson(Map<String, String> row, Map<String, Park> parksByName) {
		Set<MemberRole> roles = Arrays.stream(CsvRows.text(row, "roles").split(" "))
			.map(MemberRole::valueOf)
			.collect(Collectors.toSet());
		NewPerson.Expertise expertise = roles.contains(MemberRole.EXPERT) ? new NewPerson.Expertise(
				CsvRows.text(row, "field"), CsvRows.text(row, "employer"), CsvRows.text(row, "title")) : null;
		return new NewPerson(CsvRows.text(row, "sign_in_name"), CsvRows.text(row, "name"),
				unitOf(CsvRows.text(row, "unit"), parksByName), roles, expertise);
	}

	private static String unitOf(String unit, Map<String, Park> parksByName) {
		if (!unit.startsWith(OF_PARK)) {
			return unit;
		}
		Park park = parksByName.get(unit.substring(OF_PARK.length()));
		if (park == null) {
			throw new IllegalStateException("No park for " + unit);
		}
		return park.unitId();
	}

	private static @Nullable String textOrNull(String text) {
		return text.isEmpty() ? null : text;
	}

}
