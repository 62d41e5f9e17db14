package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What parks are named under a pack, by day. */
@Repository
class Titles implements DatedTable<Title> {

	private static final String ON = """
			SELECT zh, en FROM regime_title
			 WHERE pack = :pack AND valid_from <= :day AND (valid_to IS NULL OR valid_to > :day)
			""";

	private static final String ALL = """
			SELECT id, valid_from, valid_to, source, confirmed, zh, en FROM regime_title
			 WHERE pack = :pack ORDER BY valid_from
			""";

	private static final String INSERT = """
			INSERT INTO regime_title (pack, valid_from, valid_to, zh, en, source, confirmed)
			VALUES (:pack, :from, :to, :zh, :en, :source, :confirmed)
			""";

	private final JdbcClient jdbc;

	Titles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Series.Kind kind() {
		return Series.Kind.TITLE;
	}

	Optional<Title> on(String pack, LocalDate day) {
		return this.jdbc.sql(ON).param("pack", pack).param("day", day).query(Title.class).optional();
	}

	@Override
	public List<Dated<Title>> of(Series series) {
		return this.jdbc.sql(ALL)
			.param("pack", series.pack())
			.query((row, number) -> DatedTable.dated(row, new Title(row.getString("zh"), row.getString("en"))))
			.list();
	}

	@Override
	public void add(Series series, Dated<Title> entry) {
		this.jdbc.sql(INSERT)
			.param("pack", series.pack())
			.param("from", entry.from())
			.param("to", entry.to())
			.param("zh", entry.value().zh())
			.param("en", entry.value().en())
			.param("source", entry.source())
			.param("confirmed", entry.confirmed())
			.update();
	}

	@Override
	public void write(Series series, DatedSeries.Change<Title> change) {
		change.removed()
			.forEach(
					entry -> this.jdbc.sql("DELETE FROM regime_title WHERE id = :id").param("id", entry.id()).update());
		change.saved().forEach(entry -> {
			DatedTable.save(this.jdbc, "regime_title", entry);
			this.jdbc.sql("UPDATE regime_title SET zh = :zh, en = :en WHERE id = :id")
				.param("id", entry.id())
				.param("zh", entry.value().zh())
				.param("en", entry.value().en())
				.update();
		});
		Optional.ofNullable(change.added()).ifPresent(entry -> add(series, entry));
	}

	@Override
	public Title value(Series series, ReferenceStatement said) {
		return new Title(said.word(0), said.word(1));
	}

	@Override
	public List<String> words(Title value) {
		return List.of(value.zh(), value.en());
	}

	@Override
	public String told(Title value, LocalDate day) {
		return value.zh();
	}

}
