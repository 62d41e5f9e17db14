package cn.ecopark.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItems;
import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;

/**
 * A case whose park is before the public waits for the end of the notice, and after it
 * for its own objections.
 */
@Component
@Order(3)
class CasesBeforeThePublic implements CaseWhereabouts, CaseOfficialDocuments {

	private static final String PLACES = """
			SELECT i.case_id, b.kind, n.title, n.state, n.closes_on, n.published_at, n.closed_at
			  FROM public_notice n JOIN batch b ON b.id = n.batch_id JOIN batch_item i ON i.batch_id = n.batch_id
			 WHERE n.state <> 'DRAFT' AND i.state = 'IN' AND i.case_id IN (:cases)
			""";

	private static final String PAPERS = """
			SELECT n.batch_id, n.title, n.state, n.publication_day
			  FROM public_notice n JOIN batch_item i ON i.batch_id = n.batch_id
			 WHERE n.state <> 'DRAFT' AND i.case_id = :case ORDER BY n.publication_day
			""";

	private final JdbcClient jdbc;

	private final BatchItems items;

	CasesBeforeThePublic(JdbcClient jdbc, BatchItems items) {
		this.items = items;
		this.jdbc = jdbc;
	}

	@Override
	public List<Place> of(Collection<String> caseIds) {
		List<String> asked = caseIds.stream().filter(this.items::mayBeInBatches).toList();
		return asked.isEmpty() ? List.of() : places(asked);
	}

	private List<Place> places(List<String> caseIds) {
		return this.jdbc.sql(PLACES).param("cases", caseIds).query(CasesBeforeThePublic::place).list();
	}

	@Override
	public List<Issued> of(String caseId, Actor reader) {
		if (!this.items.mayBeInBatches(caseId)) {
			return List.of();
		}
		return this.jdbc.sql(PAPERS).param("case", caseId).query((row, number) -> {
			boolean running = isPublished(row);
			return new Issued(row.getString("title"), null, row.getObject("publication_day", LocalDate.class),
					running ? "casefile.paper.public" : "casefile.paper.public-ended",
					running ? Standing.RUNS : Standing.HOLDS, null, null, "/notices/" + row.getString("batch_id"));
		}).list();
	}

	private static Place place(ResultSet row, int number) throws SQLException {
		boolean running = isPublished(row);
		return new Place(row.getString("case_id"), running ? BEFORE_THE_PUBLIC : OBJECTIONS_OPEN, row.getString("kind"),
				null, JdbcTime.instant(row, running ? "published_at" : "closed_at"),
				running ? row.getObject("closes_on", LocalDate.class) : null, null, row.getString("title"));
	}

	private static boolean isPublished(ResultSet row) throws SQLException {
		return PublicNotice.State.PUBLISHED.name().equals(row.getString("state"));
	}

}
