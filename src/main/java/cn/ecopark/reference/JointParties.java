package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;
import cn.ecopark.shared.ReadOnce;

/** Who decides jointly under a pack, by day: ids of units, lead body first. */
@Repository
class JointParties implements DatedTable<List<String>> {

	private static final String ON = """
			SELECT m.unit_id FROM joint_parties p JOIN joint_party m ON m.parties_id = p.id
			 WHERE p.pack = :pack AND p.valid_from <= :day AND (p.valid_to IS NULL OR p.valid_to > :day)
			 ORDER BY m.position
			""";

	private static final String ALL = """
			SELECT p.id, p.valid_from, p.valid_to, p.source, p.confirmed, m.unit_id
			  FROM joint_parties p JOIN joint_party m ON m.parties_id = p.id
			 WHERE p.pack = :pack ORDER BY p.valid_from, m.position
			""";

	private static final String NAMING = """
			SELECT DISTINCT p.pack FROM joint_parties p JOIN joint_party m ON m.parties_id = p.id
			 WHERE m.unit_id = :unit ORDER BY p.pack
			""";

	private static final String INSERT = """
			INSERT INTO joint_parties (pack, valid_from, valid_to, source, confirmed)
			VALUES (:pack, :from, :to, :source, :confirmed) RETURNING id
			""";

	private static final String INSERT_PARTY = """
			INSERT INTO joint_party (parties_id, position, unit_id) VALUES (:id, :position, :unit)
			""";

	private final JdbcClient jdbc;

	private final Units units;

	private final CaseTime time;

	JointParties(JdbcClient jdbc, Units units, CaseTime time) {
		this.jdbc = jdbc;
		this.units = units;
		this.time = time;
	}

	@Override
	public Series.Kind kind() {
		return Series.Kind.PARTIES;
	}

	List<String> on(String pack, LocalDate day) {
		return ReadOnce.list(this, "on", List.of(pack, day),
				() -> this.jdbc.sql(ON).param("pack", pack).param("day", day).query(String.class).list());
	}

	@Override
	public List<Dated<List<String>>> of(Series series) {
		Map<Long, Dated<List<String>>> found = new LinkedHashMap<>();
		this.jdbc.sql(ALL)
			.param("pack", series.pack())
			.query((RowCallbackHandler) row -> found
				.computeIfAbsent(row.getLong("id"), id -> DatedTable.dated(row, new ArrayList<>()))
				.value()
				.add(row.getString("unit_id")));
		return List.copyOf(found.values());
	}

	@Override
	public void add(Series series, Dated<List<String>> entry) {
		long id = this.jdbc.sql(INSERT)
			.param("pack", series.pack())
			.param("from", entry.from())
			.param("to", entry.to())
			.param("source", entry.source())
			.param("confirmed", entry.confirmed())
			.query(Long.class)
			.single();
		addParties(id, entry.value());
	}

	private void addParties(long id, List<String> unitIds) {
		for (int at = 0; at < unitIds.size(); at++) {
			this.jdbc.sql(INSERT_PARTY)
				.param("id", id)
				.param("position", at + 1)
				.param("unit", unitIds.get(at))
				.update();
		}
	}

	@Override
	public void write(Series series, DatedSeries.Change<List<String>> change) {
		change.removed().forEach(entry -> {
			removeParties(entry.id());
			this.jdbc.sql("DELETE FROM joint_parties WHERE id = :id").param("id", entry.id()).update();
		});
		Map<Long, List<String>> former = of(series).stream().collect(Collectors.toMap(Dated::id, Dated::value));
		change.saved().forEach(entry -> {
			DatedTable.save(this.jdbc, "joint_parties", entry);
			if (!entry.value().equals(former.get(entry.id()))) {
				removeParties(entry.id());
				addParties(entry.id(), entry.value());
			}
		});
		Optional.ofNullable(change.added()).ifPresent(entry -> add(series, entry));
	}

	private void removeParties(long id) {
		this.jdbc.sql("DELETE FROM joint_party WHERE parties_id = :id").param("id", id).update();
	}

	/** Empty fields between bodies are left out. */
	@Override
	public List<String> value(Series series, ReferenceStatement said) {
		List<String> bodies = new ArrayList<>();
		for (int at = 0; at < said.words().size(); at++) {
			String unitId = said.words().get(at);
			if (!unitId.isEmpty()) {
				EntryWrong.unless(
						this.units.find(unitId).map(Unit::level).filter(UnitLevel.MINISTRY::equals).isPresent(),
						"word" + at, "unknown-unit", unitId);
				EntryWrong.unless(!bodies.contains(unitId), "word" + at, "body-twice",
						this.units.nameOn(unitId, this.time.today()));
				bodies.add(unitId);
			}
		}
		EntryWrong.unless(!bodies.isEmpty(), "word0", "no-body");
		return List.copyOf(bodies);
	}

	@Override
	public List<String> words(List<String> value) {
		return value;
	}

	@Override
	public List<String> units(List<String> value) {
		return value;
	}

	@Override
	public List<Series> thatName(String unitId) {
		return this.jdbc.sql(NAMING)
			.param("unit", unitId)
			.query((row, number) -> Series.of(Series.Kind.PARTIES, row.getString("pack")))
			.list();
	}

	@Override
	public String told(List<String> value, LocalDate day) {
		return value.stream().map(unitId -> this.units.nameOn(unitId, day)).collect(Collectors.joining("、"));
	}

}
