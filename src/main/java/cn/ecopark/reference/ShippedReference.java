package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.ecopark.organisation.Units;
import cn.ecopark.shared.CsvRows;

/**
 * Brings the entries that come with the program into the database at its start: a series
 * of which there is nothing yet, whole. What is there already is the installation's own.
 */
@Component
@DependsOnDatabaseInitialization
@DependsOn("cn.ecopark.organisation.ReferenceUnits")
class ShippedReference implements InitializingBean {

	/** Nodes that start together take turns. */
	private static final String TAKE_TURN = "SELECT pg_advisory_xact_lock(hashtext('reference data'))";

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final JointParties parties;

	private final TechnicalUnits technicalUnits;

	private final Titles titles;

	private final Units units;

	ShippedReference(JdbcClient jdbc, TransactionOperations transaction, JointParties parties,
			TechnicalUnits technicalUnits, Titles titles, Units units) {
		this.units = units;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.parties = parties;
		this.technicalUnits = technicalUnits;
		this.titles = titles;
	}

	@Override
	public void afterPropertiesSet() {
		this.transaction.executeWithoutResult(status -> {
			this.jdbc.sql(TAKE_TURN).query().singleRow();
			load("reference/joint-parties.csv", this.parties,
					row -> Stream.of(CsvRows.text(row, "units").split(" ")).map(this::known).toList());
			load("reference/technical-units.csv", this.technicalUnits, row -> known(CsvRows.text(row, "unit")));
			load("reference/titles.csv", this.titles,
					row -> new Title(CsvRows.text(row, "zh"), CsvRows.text(row, "en")));
		});
	}

	/** An unknown one is a fault of the file, told by its name. */
	private String known(String unitId) {
		return this.units.get(unitId).id();
	}

	private static <V> void load(String file, DatedTable<V> table, Function<Map<String, String>, V> value) {
		Map<Series, List<Dated<V>>> shipped = new LinkedHashMap<>();
		for (Map<String, String> row : CsvRows.read(file)) {
			String pack = CsvRows.text(row, "pack");
			String process = row.get("process");
			shipped
				.computeIfAbsent(process == null ? Series.of(table.kind(), pack) : Series.ofProcess(pack, process),
						series -> new ArrayList<>())
				.add(new Dated<>(0, value.apply(row), day(CsvRows.text(row, "valid_from")),
						day(CsvRows.text(row, "valid_to")), CsvRows.text(row, "source"),
						Boolean.parseBoolean(CsvRows.text(row, "confirmed"))));
		}
		shipped.forEach((series, entries) -> {
			if (table.of(series).isEmpty()) {
				entries.forEach(entry -> table.add(series, entry));
			}
		});
	}

	private static @Nullable LocalDate day(String cell) {
		return cell.isEmpty() ? null : LocalDate.parse(cell);
	}

}
