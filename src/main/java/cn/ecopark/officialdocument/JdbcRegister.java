package cn.ecopark.officialdocument;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.officialdocument.IssueRegister.IssueFilter;
import cn.ecopark.officialdocument.IssueRegister.NumberFilter;
import cn.ecopark.organisation.Audience;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;

/** Reads the lists of the register. */
@Component
class JdbcRegister {

	private static final String FILTER = """
			 AND (:year = 0 OR p.issued_on >= make_date(:year, 1, 1) AND p.issued_on < make_date(:year + 1, 1, 1))
			 AND (:state = '' OR p.state = :state)
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
			SELECT p.dossier_id FROM official_paper p
			 WHERE p.audience IN (:audiences) AND %s ORDER BY p.issued_at DESC LIMIT 500
			""";

	private static final String COUNTS = "SELECT series, year, first, last FROM document_number_year ORDER BY year DESC, series";

	private final JdbcClient jdbc;

	JdbcRegister(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Backwards, the last of the page comes first. */
	List<OfficialDocument> documents(IssueFilter filter, SortedBy<RegisterOrder> sort, Cursor<VerificationCode> cursor,
			int most) {
		VerificationCode at = cursor.key();
		ListOrder order = RegisterOrder.of(sort);
		return narrowed(JdbcOfficialDocuments.SELECT,
				" AND " + order.beyond(cursor) + " ORDER BY " + order.towards(cursor) + " LIMIT :most", filter)
			.param("key", at == null ? null : at.text())
			.param("most", most)
			.query(JdbcOfficialDocuments::map)
			.list();
	}

	Amount count(IssueFilter filter) {
		return Amount
			.of(narrowed("SELECT count(*) FROM (SELECT 1 FROM official_paper p", " LIMIT :most) AS found", filter)
				.param("most", Amount.ONE_BEYOND)
				.query(Integer.class)
				.single());
	}

	private JdbcClient.StatementSpec narrowed(String select, String page, IssueFilter filter) {
		return this.jdbc.sql(select + " WHERE " + filter.query().in("p.title", "p.number") + FILTER + page)
			.param("words", filter.query().text())
			.param("year", filter.year())
			.param("state", filter.state());
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

	/**
	 * In what documents for those audiences were issued in whose number that is found.
	 */
	List<String> dossiersOf(SearchWords number, List<Audience> audiences) {
		return this.jdbc.sql(NUMBERED.formatted(number.in("p.number")))
			.param("words", number.text())
			.param("audiences", audiences.stream().map(Audience::name).toList())
			.query(String.class)
			.list();
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
