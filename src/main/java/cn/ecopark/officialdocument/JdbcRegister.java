package cn.ecopark.officialdocument;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.IssueRegister.IssueFilter;
import cn.ecopark.officialdocument.IssueRegister.NumberFilter;
import cn.ecopark.shared.Cursor;

/** Reads the lists of the register. */
@Component
class JdbcRegister {

	private static final String DOCUMENTS = JdbcOfficialDocuments.SELECT
			+ """
					 WHERE (:query = '' OR strpos(p.title, :query) > 0 OR strpos(coalesce(p.number, ''), :query) > 0)
					   AND (:year = 0 OR p.issued_on >= make_date(:year, 1, 1) AND p.issued_on < make_date(:year + 1, 1, 1))
					   AND (:state = '' OR p.state = :state)
					   AND (:at = '' OR (p.issued_at, p.code) %1$s (SELECT o.issued_at, o.code FROM official_paper o WHERE o.code = :at))
					 ORDER BY p.issued_at %2$s, p.code %2$s LIMIT :most
					""";

	private static final String NUMBERS = """
			SELECT * FROM document_number
			 WHERE (:series = '' OR series = :series) AND (:year = 0 OR year = :year) AND (:state = '' OR state = :state)
			   AND (:at = 0 OR id %1$s :at)
			 ORDER BY id %2$s LIMIT :most
			""";

	private static final String BEARERS = JdbcOfficialDocuments.SELECT + """
			 WHERE p.number IN (:numbers) ORDER BY p.state <> 'ISSUED', p.issued_at DESC
			""";

	private static final String NUMBERED = """
			SELECT dossier_id FROM official_paper WHERE strpos(number, :number) > 0 ORDER BY issued_at DESC LIMIT 500
			""";

	private static final String COUNTS = "SELECT series, year, first, last FROM document_number_year ORDER BY year DESC, series";

	private final JdbcClient jdbc;

	JdbcRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Backwards, the oldest of the page comes first. */
	List<OfficialDocument> documents(IssueFilter filter, Cursor<VerificationCode> cursor, int most) {
		VerificationCode at = cursor.key();
		return this.jdbc.sql(towards(DOCUMENTS, cursor))
			.param("query", filter.query().strip())
			.param("year", filter.year())
			.param("state", filter.state())
			.param("at", at == null ? "" : at.text())
			.param("most", most)
			.query(JdbcOfficialDocuments::map)
			.list();
	}

	/** Backwards, the oldest of the page comes first. */
	List<TakenNumber> numbers(NumberFilter filter, Cursor<Long> cursor, int most) {
		Long at = cursor.key();
		return this.jdbc.sql(towards(NUMBERS, cursor))
			.param("series", filter.series())
			.param("year", filter.year())
			.param("state", filter.state())
			.param("at", at == null ? 0L : at)
			.param("most", most)
			.query(JdbcNumbers::map)
			.list();
	}

	List<OfficialDocument> bearers(List<DocumentNumber> numbers) {
		return numbers.isEmpty() ? List.of()
				: this.jdbc.sql(BEARERS)
					.param("numbers", numbers.stream().map(DocumentNumber::text).toList())
					.query(JdbcOfficialDocuments::map)
					.list();
	}

	/** In what documents were issued whose number contains that. */
	List<String> dossiersOf(String number) {
		return this.jdbc.sql(NUMBERED).param("number", number).query(String.class).list();
	}

	List<IssueRegister.Count> counts() {
		return this.jdbc.sql(COUNTS)
			.query((row, index) -> new IssueRegister.Count(row.getString("series"), row.getInt("year"),
					row.getInt("first"), row.getInt("last")))
			.list();
	}

	private static String towards(String sql, Cursor<?> cursor) {
		return cursor.backwards() ? sql.formatted(">", "ASC") : sql.formatted("<", "DESC");
	}

}
