package cn.ecopark.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the entries of series of one kind are kept. */
interface DatedTable<V> {

	/**
	 * @return what it keeps series of
	 */
	Series.Kind kind();

	/**
	 * @return the entries of that series, the earliest first
	 */
	List<Dated<V>> of(Series series);

	/** Adds an entry; the id it carries is ignored. */
	void add(Series series, Dated<V> entry);

	/** Writes what a change makes of the rows. */
	void write(Series series, DatedSeries.Change<V> change);

	/**
	 * @return what the typed words say
	 * @throws ReferenceRefusals.EntryWrong at the word that cannot stand
	 */
	V value(Series series, ReferenceStatement said);

	/**
	 * @return the words by which an entry is typed
	 */
	List<String> words(V value);

	/**
	 * @param day whose names it is told in
	 * @return how it is told on screens and in the record of changes
	 */
	default String told(V value, LocalDate day) {
		return String.join("、", words(value));
	}

	/**
	 * @return ids of the units that an entry names
	 */
	default List<String> units(V value) {
		return List.of();
	}

	/**
	 * @return the series in which that unit is named
	 */
	default List<Series> thatName(String unitId) {
		return List.of();
	}

	/** An entry as each of our own tables has it. */
	static <V> Dated<V> dated(ResultSet row, V value) {
		try {
			return new Dated<>(row.getLong("id"), value, row.getObject("valid_from", LocalDate.class),
					row.getObject("valid_to", LocalDate.class), row.getString("source"), row.getBoolean("confirmed"));
		}
		catch (SQLException unreadable) {
			throw new IllegalStateException(unreadable);
		}
	}

	/** Writes the columns that each of our own tables has. */
	static <V> void save(JdbcClient jdbc, String table, Dated<V> entry) {
		jdbc.sql("UPDATE " + table
				+ " SET valid_from = :from, valid_to = :to, source = :source, confirmed = :confirmed WHERE id = :id")
			.param("id", entry.id())
			.param("from", entry.from())
			.param("to", entry.to())
			.param("source", entry.source())
			.param("confirmed", entry.confirmed())
			.update();
	}

}
