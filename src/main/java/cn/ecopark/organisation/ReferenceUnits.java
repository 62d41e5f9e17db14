package cn.ecopark.organisation;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.ecopark.shared.CsvRows;

/**
 * Brings the kinds of units, and the units that take part everywhere with their dated
 * names, into the database at each start. The names of a unit that an administrator has
 * changed are his from then on.
 */
@Component
@DependsOnDatabaseInitialization
class ReferenceUnits implements InitializingBean {

	private static final String PROVINCES = "reference/provinces.csv";

	private static final String KINDS = "reference/unit-kinds.csv";

	private static final String UNITS = "reference/units.csv";

	/** Nodes that start together take turns. */
	private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(hashtext('reference units'))";

	private static final String MERGE_PROVINCE = """
			INSERT INTO province (code, name, short_name, confirmed) VALUES (:code, :name, :short_name, :confirmed)
			ON CONFLICT (code) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, confirmed = excluded.confirmed""";

	private static final String MERGE_KIND = """
			INSERT INTO unit_kind (code, level, zh, en) VALUES (:code, :level, :zh, :en)
			ON CONFLICT (code) DO UPDATE SET level = excluded.level, zh = excluded.zh, en = excluded.en""";

	private static final String MERGE_UNIT = """
			INSERT INTO unit (id, kind, province_code) VALUES (:id, :kind, :province_code)
			ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, province_code = excluded.province_code""";

	private static final String MERGE_NAME = """
			INSERT INTO unit_name (unit_id, name, short_name, valid_from, valid_to, source, confirmed)
			SELECT :id, :name, :short_name, CAST(:valid_from AS date), CAST(:valid_to AS date), :source, :confirmed
			 WHERE EXISTS (SELECT FROM unit WHERE id = :id AND NOT names_changed)
			ON CONFLICT ON CONSTRAINT unit_name_one_from_a_date DO UPDATE
			   SET name = excluded.name, short_name = excluded.short_name, valid_to = excluded.valid_to,
			       source = excluded.source, confirmed = excluded.confirmed""";

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	ReferenceUnits(JdbcClient jdbc, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public void afterPropertiesSet() {
		this.transaction.executeWithoutResult((status) -> load());
	}

	private void load() {
		this.jdbc.sql(TAKE_TURN).query().singleRow();
		CsvRows.read(PROVINCES).forEach(this::mergeProvince);
		CsvRows.read(KINDS).forEach(this::mergeKind);
		CsvRows.read(UNITS).forEach(this::mergeUnit);
	}

	private void mergeProvince(Map<String, String> row) {
		this.jdbc.sql(MERGE_PROVINCE)
			.param("code", CsvRows.text(row, "code"))
			.param("name", CsvRows.text(row, "name"))
			.param("short_name", CsvRows.text(row, "short_name"))
			.param("confirmed", Boolean.valueOf(CsvRows.text(row, "confirmed")))
			.update();
	}

	private void mergeKind(Map<String, String> row) {
		this.jdbc.sql(MERGE_KIND)
			.param("code", CsvRows.text(row, "code"))
			.param("level", UnitLevel.valueOf(CsvRows.text(row, "level")).name())
			.param("zh", CsvRows.text(row, "zh"))
			.param("en", CsvRows.text(row, "en"))
			.update();
	}

	private void mergeUnit(Map<String, String> row) {
		this.jdbc.sql(MERGE_UNIT)
			.param("id", CsvRows.text(row, "id"))
			.param("kind", CsvRows.text(row, "kind"))
			.param("province_code", textOrNull(CsvRows.text(row, "province_code")))
			.update();
		this.jdbc.sql(MERGE_NAME)
			.param("id", CsvRows.text(row, "id"))
			.param("name", CsvRows.text(row, "name"))
			.param("short_name", CsvRows.text(row, "short_name"))
			.param("valid_from", dateOrNull(CsvRows.text(row, "valid_from")))
			.param("valid_to", dateOrNull(CsvRows.text(row, "valid_to")))
			.param("source", CsvRows.text(row, "source"))
			.param("confirmed", Boolean.valueOf(CsvRows.text(row, "confirmed")))
			.update();
	}

	private static @Nullable String textOrNull(@Nullable String text) {
		return text == null || text.isEmpty() ? null : text;
	}

	private static @Nullable LocalDate dateOrNull(@Nullable String text) {
		return text == null || text.isEmpty() ? null : LocalDate.parse(text);
	}

}
