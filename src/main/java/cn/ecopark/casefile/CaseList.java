package cn.ecopark.casefile;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;

/** The cases a reader may see, page by page. */
@Component
public class CaseList {

	private static final String FILTER = """
			 AND (:kind = '' OR c.kind = :kind)
			 AND (:state = '' OR c.status = :state)
			 AND (:province = '' OR c.province_code = :province)
			""";

	private final JdbcClient jdbc;

	private final ObjectProvider<CaseOfficialDocuments> documents;

	CaseList(JdbcClient jdbc, ObjectProvider<CaseOfficialDocuments> documents) {
		this.jdbc = jdbc;
		this.documents = documents;
	}

	/**
	 * What a list is narrowed to; empty texts narrow nothing.
	 *
	 * @param query part of the park's name, of the case number or of a document number
	 * @param state name of a {@link CaseStatus}
	 */
	public record Filter(SearchWords query, String kind, String state, String province) {

		/** All cases in which those words are found. */
		public static Filter of(SearchWords query) {
			return new Filter(query, "", "", "");
		}

	}

	public Amount count(Actor reader, Filter filter) {
		return Amount.of(narrowed("SELECT count(*) FROM (SELECT 1", " LIMIT :most) AS found", reader, filter)
			.param("most", Amount.ONE_BEYOND)
			.query(Integer.class)
			.single());
	}

	/**
	 * @return codes of the provinces of the cases that the reader may see
	 */
	public List<String> provinces(Actor reader) {
		CaseAccess.Readable readable = CaseAccess.readable(reader);
		return this.jdbc
			.sql("SELECT code FROM province WHERE EXISTS (SELECT 1 FROM eco_case c WHERE c.province_code = code AND "
					+ readable.sql() + ") ORDER BY code")
			.params(readable.parameters())
			.query(String.class)
			.list();
	}

	public ListPage<EcoCase, String> page(Actor reader, Filter filter, SortedBy<CaseOrder> sort, Cursor<String> cursor,
			int size) {
		ListOrder order = CaseOrder.of(sort);
		List<EcoCase> read = narrowed("SELECT c.*",
				" AND " + order.beyond(cursor) + " ORDER BY " + order.towards(cursor) + " LIMIT :most", reader, filter)
			.param("key", cursor.key())
			.param("most", size + 1)
			.query(Cases::map)
			.list();
		return ListPage.of(read, size, cursor, EcoCase::id);
	}

	/** Looked for once, for the rows of a page and for their number. */
	private List<String> byDocument(SearchWords query, Actor reader) {
		return ReadOnce.of(this, "byDocument", List.of(query, reader), () -> {
			List<String> cases = new ArrayList<>(List.of(""));
			this.documents.orderedStream().forEach(one -> cases.addAll(one.casesNamedIn(query, reader)));
			return cases;
		});
	}

	private JdbcClient.StatementSpec narrowed(String select, String page, Actor reader, Filter filter) {
		CaseAccess.Readable readable = CaseAccess.readable(reader);
		SearchWords query = filter.query();
		return this.jdbc
			.sql(select + " FROM eco_case c WHERE " + readable.sql() + " AND ("
					+ query.in("c.park_name", "c.case_number") + " OR c.id IN (:byDocument))" + FILTER + page)
			.params(readable.parameters())
			.param("words", query.text())
			.param("byDocument", query.isEmpty() ? List.of("") : byDocument(query, reader))
			.param("kind", filter.kind())
			.param("state", filter.state())
			.param("province", filter.province());
	}

}
