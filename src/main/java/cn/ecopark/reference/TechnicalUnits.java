package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;

/** Which technical unit takes part in a procedure from its beginning, by day. */
@Repository
class TechnicalUnits implements DatedTable<String> {

	private static final String ON = """
			SELECT unit_id FROM technical_unit
			 WHERE pack = :pack AND process = :process AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
			""";

	private static final String ALL = """
			SELECT id, valid_from, valid_to, source, confirmed, unit_id FROM technical_unit
			 WHERE pack = :pack AND process = :process ORDER BY valid_from
			""";

	private static final String NAMING = """
			SELECT DISTINCT pack, process FROM technical_unit WHERE unit_id = :unit ORDER BY pack, process
			""";

	private static final String INSERT = """
			INSERT INTO technical_unit (pack, process, valid_from, valid_to, unit_id, source, confirmed)
			VALUES (:pack, :process, :from, :to, :unit, :source, :confirmed)
			""";

	private final JdbcClient jdbc;

	private final Units units;

	TechnicalUnits(JdbcClient jdbc, Units units) {
		this.jdbc = jdbc;
		this.units = units;
	}

	@Override
	public Series.Kind kind() {
		return Series.Kind.TECHNICAL_UNIT;
	}

	Optional<String> on(String pack, String process, LocalDate day) {
		return this.jdbc.sql(ON)
			.param("pack", pack)
			.param("process", process)
			.param("day", day)
			.query(String.class)
			.optional();
	}

	@Override
	public List<Dated<String>> of(Series series) {
		return this.jdbc.sql(ALL)
			.param("pack", series.pack())
			.param("process", series.process())
			.query((row, number) -> DatedTable.dated(row, row.getString("unit_id")))
			.list();
	}

	@Override
	public void add(Series series, Dated<String> entry) {
		this.jdbc.sql(INSERT)
			.param("pack", series.pack())
			.param("process", series.process())
			.param("from", entry.from())
			.param("to", entry.to())
			.param("unit", entry.value())
			.param("source", entry.source())
			.param("confirmed", entry.confirmed())
			.update();
	}

	@Override
	public void write(Series series, DatedSeries.Change<String> change) {
		change.removed()
			.forEach(entry -> this.jdbc.sql("DELETE FROM technical_unit WHERE id = :id")
				.param("id", entry.id())
				.update());
		change.saved().forEach(entry -> {
			DatedTable.save(this.jdbc, "technical_unit", entry);
			this.jdbc.sql("UPDATE technical_unit SET unit_id = :unit WHERE id = :id")
				.param("id", entry.id())
				.param("unit", entry.value())
				.update();
		});
		Optional.ofNullable(change.added()).ifPresent(entry -> add(series, entry));
	}

	@Override
	public String value(Series series, ReferenceStatement said) {
		String unitId = said.word(0);
		EntryWrong.unless(this.units.find(unitId).map(Unit::level).filter(UnitLevel.TECHNICAL_UNIT::equals).isPresent(),
				"word0", "unknown-unit", unitId);
		return unitId;
	}

	@Override
	public List<String> words(String value) {
		return List.of(value);
	}

	@Override
	public List<String> units(String value) {
		return List.of(value);
	}

	@Override
	public List<Series> thatName(String unitId) {
		return this.jdbc.sql(NAMING)
			.param("unit", unitId)
			.query((row, number) -> Series.ofProcess(row.getString("pack"), row.getString("process")))
			.list();
	}

	@Override
	public String told(String value, LocalDate day) {
		return this.units.nameOn(value, day);
	}

}
