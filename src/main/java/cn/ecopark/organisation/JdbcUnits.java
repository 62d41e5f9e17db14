package cn.ecopark.organisation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.rulepack.Words;
import cn.ecopark.shared.Change;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.UntilChanged;

/**
 * Reads all units at once and keeps them: there are a few hundred, and every page names
 * some.
 */
@Repository
class JdbcUnits implements Units {

	private static final String SELECT_UNITS = """
			SELECT u.id, u.kind, k.level, coalesce(u.city_code, u.province_code) AS area_code, n.name, n.short_name, n.valid_from, n.valid_to, n.source, n.confirmed
			  FROM unit u JOIN unit_kind k ON k.code = u.kind JOIN unit_name n ON n.unit_id = u.id
			 ORDER BY u.id, n.valid_from NULLS FIRST""";

	private static final String SELECT_KINDS = "SELECT code, level, zh, en FROM unit_kind ORDER BY place";

	private static final String SELECT_PROVINCES = "SELECT code, name, short_name, confirmed FROM province ORDER BY code";

	private static final String SELECT_CITIES = """
			SELECT code, province_code, name, short_name, source, confirmed FROM city ORDER BY code""";

	private static final String INSERT_KIND = "INSERT INTO unit_kind (code, level, zh, en) VALUES (:code, :level, :zh, :en)";

	private static final String INSERT_CITY = """
			INSERT INTO city (code, province_code, name, short_name, source, confirmed)
			VALUES (:code, :provinceCode, :name, :shortName, :source, :confirmed)""";

	private static final String INSERT_UNIT = """
			INSERT INTO unit (id, kind, province_code, city_code) VALUES (:id, :kind, :provinceCode, :cityCode)""";

	private static final String INSERT_NAME = """
			INSERT INTO unit_name (unit_id, name, short_name, valid_from, valid_to, source, confirmed)
			VALUES (:unitId, :name, :shortName, :validFrom, :validTo, :source, :confirmed)""";

	private static final String SELECT_NAMES = """
			SELECT name, short_name, valid_from, valid_to, source, confirmed FROM unit_name
			 WHERE unit_id = :unitId ORDER BY valid_from NULLS FIRST""";

	private static final String NAMES_CHANGED = "UPDATE unit SET names_changed = TRUE WHERE id = :id";

	private static final String DELETE_NAME = """
			DELETE FROM unit_name WHERE unit_id = :unitId AND valid_from IS NOT DISTINCT FROM CAST(:validFrom AS date)""";

	private static final Duration KEPT = Duration.ofSeconds(30);

	private final JdbcClient jdbc;

	private final UnitEnds ends;

	@NodeMemory(NodeMemory.Why.IS_TOLD)
	private final UntilChanged<Snapshot> all = new UntilChanged<>(KEPT);

	JdbcUnits(JdbcClient jdbc, UnitEnds ends) {
		this.jdbc = jdbc;
		this.ends = ends;
	}

	@Override
	public Optional<Unit> find(String unitId) {
		Unit unit = snapshot().units.get(unitId);
		return unit != null ? Optional.of(unit) : Optional.ofNullable(read().units.get(unitId));
	}

	@Override
	public Unit get(String unitId) {
		return find(unitId).orElseThrow(() -> new UnknownUnit(unitId));
	}

	@Override
	public String nameOn(String unitId, LocalDate date) {
		return find(unitId).map((unit) -> unit.nameOn(date)).orElse(unitId);
	}

	@Override
	public String shortNameOn(String unitId, LocalDate date) {
		return find(unitId).map((unit) -> unit.shortNameOn(date)).orElse(unitId);
	}

	@Override
	public Optional<Unit> ofKindIn(UnitKind kind, String areaCode) {
		return snapshot().units.values()
			.stream()
			.filter((unit) -> unit.kind().equals(kind) && areaCode.equals(unit.areaCode()))
			.findFirst();
	}

	@Override
	public List<Unit> allOf(UnitKind kind) {
		return snapshot().units.values().stream().filter((unit) -> unit.kind().equals(kind)).toList();
	}

	@Override
	public List<Unit> allAt(UnitLevel level) {
		return snapshot().units.values().stream().filter((unit) -> unit.level() == level).toList();
	}

	@Override
	public Optional<UnitEnd> endOf(String unitId) {
		return Optional.ofNullable(snapshot().ends.get(unitId));
	}

	@Override
	@Transactional
	public void end(UnitEnd end, long personId, Instant at) {
		this.ends.add(end, personId, at);
		this.all.forgetAfterCommit();
	}

	@Override
	@Transactional
	public void goOn(UnitEnd end, long personId, Instant at) {
		this.ends.takeBack(end, personId, at);
		this.all.forgetAfterCommit();
	}

	@Override
	public List<UnitKind> kinds() {
		return List.copyOf(snapshot().kinds.keySet());
	}

	@Override
	public String label(UnitKind kind, Locale locale) {
		Words words = snapshot().kinds.get(kind);
		return words != null ? words.in(locale) : kind.code();
	}

	@Override
	public List<Province> provinces() {
		return snapshot().provinces;
	}

	@Override
	public List<City> cities() {
		return snapshot().cities;
	}

	@Override
	public String provinceName(String provinceCode) {
		return provinces().stream()
			.filter((province) -> province.code().equals(provinceCode))
			.map(Province::name)
			.findFirst()
			.orElse(provinceCode);
	}

	@Override
	@Transactional
	public void add(Unit unit) {
		boolean ofCity = unit.level() == UnitLevel.CITY;
		this.jdbc.sql(INSERT_UNIT)
			.param("id", unit.id())
			.param("kind", unit.kind().code())
			.param("provinceCode", ofCity ? null : unit.areaCode())
			.param("cityCode", ofCity ? unit.areaCode() : null)
			.update();
		unit.names().forEach((name) -> add(unit.id(), name));
		this.all.forgetAfterCommit();
	}

	@Override
	@Transactional
	public void add(UnitKind kind, Words label) {
		this.jdbc.sql(INSERT_KIND)
			.param("code", kind.code())
			.param("level", kind.level().name())
			.param("zh", label.zh())
			.param("en", label.en())
			.update();
		this.all.forgetAfterCommit();
	}

	@Override
	@Transactional
	public void add(City city) {
		this.jdbc.sql(INSERT_CITY)
			.param("code", city.code())
			.param("provinceCode", city.provinceCode())
			.param("name", city.name())
			.param("shortName", city.shortName())
			.param("source", city.source())
			.param("confirmed", city.confirmed())
			.update();
		this.all.forgetAfterCommit();
	}

	private void add(String unitId, UnitName name) {
		this.jdbc.sql(INSERT_NAME)
			.param("unitId", unitId)
			.param("name", name.name())
			.param("shortName", name.shortName())
			.param("validFrom", name.validFrom())
			.param("validTo", name.validTo())
			.param("source", name.source())
			.param("confirmed", name.confirmed())
			.update();
	}

	@Override
	public List<UnitName> namesOf(String unitId) {
		return this.jdbc.sql(SELECT_NAMES).param("unitId", unitId).query(UnitName.class).list();
	}

	@Override
	@Transactional
	public void rename(String unitId, List<UnitName> names) {
		this.jdbc.sql(NAMES_CHANGED).param("id", unitId).update();
		List<UnitName> former = namesOf(unitId);
		former.stream().filter((name) -> !names.contains(name)).forEach((name) -> remove(unitId, name));
		names.stream().filter((name) -> !former.contains(name)).forEach((name) -> add(unitId, name));
		this.all.forgetAfterCommit();
	}

	private void remove(String unitId, UnitName name) {
		this.jdbc.sql(DELETE_NAME).param("unitId", unitId).param("validFrom", name.validFrom()).update();
	}

	@EventListener
	void told(Change change) {
		if (change.isOf(Change.Topic.UNITS)) {
			this.all.forget();
		}
	}

	private Snapshot snapshot() {
		return this.all.get(this::read);
	}

	private Snapshot read() {
		Map<String, List<UnitRow>> rows = new LinkedHashMap<>();
		this.jdbc.sql(SELECT_UNITS)
			.query(UnitRow.class)
			.list()
			.forEach((row) -> rows.computeIfAbsent(row.id(), (id) -> new ArrayList<>()).add(row));
		Map<String, Unit> units = new LinkedHashMap<>();
		rows.forEach((id, names) -> units.put(id, UnitRow.toUnit(names)));
		Map<String, UnitEnd> ended = new HashMap<>();
		this.ends.all().forEach((end) -> ended.put(end.unitId(), end));
		return new Snapshot(readKinds(), units, ended, this.jdbc.sql(SELECT_PROVINCES).query(Province.class).list(),
				this.jdbc.sql(SELECT_CITIES).query(City.class).list());
	}

	private Map<UnitKind, Words> readKinds() {
		Map<UnitKind, Words> kinds = new LinkedHashMap<>();
		this.jdbc.sql(SELECT_KINDS)
			.query(KindRow.class)
			.list()
			.stream()
			.sorted(Comparator.comparing(KindRow::level))
			.forEach((row) -> kinds.put(new UnitKind(row.code, row.level), new Words(row.zh, row.en)));
		return kinds;
	}

	private record Snapshot(Map<UnitKind, Words> kinds, Map<String, Unit> units, Map<String, UnitEnd> ends,
			List<Province> provinces, List<City> cities) {
	}

	private record KindRow(String code, UnitLevel level, String zh, String en) {
	}

	private record UnitRow(String id, String kind, UnitLevel level, @Nullable String areaCode, String name,
			String shortName, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, String source,
			boolean confirmed) {

		static Unit toUnit(List<UnitRow> rows) {
			UnitRow unit = rows.get(0);
			return new Unit(unit.id, new UnitKind(unit.kind, unit.level), unit.areaCode,
					rows.stream().map(UnitRow::toName).toList());
		}

		private UnitName toName() {
			return new UnitName(this.name, this.shortName, this.validFrom, this.validTo, this.source, this.confirmed);
		}

	}

}
