package cn.ecopark.casefile;

import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.MomentKey;

/** The cases a reader may see, newest first, page by page. */
@Component
public class CaseList {

	private static final int PAGE = 30;

	private static final String FILTER = """
			 AND (:query = '' OR strpos(c.park_name, :query) > 0 OR strpos(c.case_number, :query) > 0 OR c.id IN (:byPaper))
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
	public record Filter(String query, String kind, String state, String province) {

		public Filter {
			query = query.strip();
		}

	}

	public long count(Actor reader, Filter filter) {
		CaseAccess.Readable readable = CaseAccess.readable(reader);
		return narrowed("SELECT count(*) FROM eco_case c WHERE " + readable.sql() + FILTER, readable, filter)
			.query(Long.class)
			.single();
	}

	/**
	 * @return codes of the provinces of the cases that the reader may see
	 */
	public List<String> provinces(Actor reader) {
		CaseAccess.Readable readable = CaseAccess.readable(reader);
		return this.jdbc.sql("SELECT DISTINCT c.province_code FROM eco_case c WHERE " + readable.sql() + " ORDER BY 1")
			.params(readable.parameters())
			.query(String.class)
			.list();
	}

	public ListPage<EcoCase, MomentKey> page(Actor reader, Filter filter, Cursor<MomentKey> cursor) {
		return ListPage.of(read(reader, filter, cursor), PAGE, cursor,
				ecoCase -> new MomentKey(ecoCase.openedAt(), ecoCase.id()));
	}

	private List<EcoCase> read(Actor reader, Filter filter, Cursor<MomentKey> cursor) {
		MomentKey key = cursor.key();
		CaseAccess.Readable readable = CaseAccess.readable(reader);
		String from = key == null ? "" : cursor.backwards() ? " AND (c.opened_at, c.id) > (:opened, :id)"
				: " AND (c.opened_at, c.id) < (:opened, :id)";
		String order = cursor.backwards() ? " ORDER BY c.opened_at, c.id" : " ORDER BY c.opened_at DESC, c.id DESC";
		return narrowed("SELECT c.* FROM eco_case c WHERE " + readable.sql() + FILTER + from + order + " LIMIT :most",
				readable, filter)
			.param("opened", key == null ? null : JdbcTime.of(key.at()))
			.param("id", key == null ? "" : key.id())
			.param("most", PAGE + 1)
			.query(Cases::map)
			.list();
	}

	private JdbcClient.StatementSpec narrowed(String sql, CaseAccess.Readable readable, Filter filter) {
		List<String> byDocument = new ArrayList<>(List.of(""));
		if (!filter.query().isEmpty()) {
			this.documents.orderedStream().forEach(one -> byDocument.addAll(one.casesNamedIn(filter.query())));
		}
		return this.jdbc.sql(sql)
			.params(readable.parameters())
			.param("query", filter.query())
			.param("kind", filter.kind())
			.param("state", filter.state())
			.param("province", filter.province())
			.param("byPaper", byDocument);
	}

}
