package cn.ecopark.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseOfficialDocuments;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.SearchWords;

/**
 * A case in a batch is where the open tasks of the batch are, and has the document the
 * batch ended with.
 */
@Component
@Order(2)
class CasesInBatches implements CaseWhereabouts, CaseOfficialDocuments {

	private static final String PLACES = """
			SELECT i.case_id, b.kind, b.title, b.composed_at, w.id AS item, w.task_name, w.role, w.unit_id, w.person_id,
			       w.claimed_by, w.created_at, w.due_on
			  FROM batch_item i JOIN batch b ON b.id = i.batch_id
			  LEFT JOIN work_item w ON w.dossier_id = b.id AND w.state = 'OPEN'
			 WHERE i.state = 'IN' AND i.case_id IN (:cases) ORDER BY w.id
			""";

	private static final String PAPERS = """
			SELECT p.number, p.issued_on, p.batch_id, p.scan_version, p.state, p.replaced_by, b.title
			  FROM issued_paper p JOIN batch b ON b.id = p.batch_id JOIN batch_item i ON i.batch_id = b.id
			 WHERE i.case_id = :case AND i.state <> 'STRUCK_OUT' ORDER BY p.issued_on, p.recorded_at
			""";

	private static final String NAMED_IN = """
			SELECT i.case_id FROM issued_paper p JOIN batch_item i ON i.batch_id = p.batch_id
			 WHERE i.state <> 'STRUCK_OUT' AND %s ORDER BY p.issued_on DESC LIMIT 500
			""";

	private final JdbcClient jdbc;

	private final BatchItems items;

	private final BatchAccess access;

	private final OfficialDocuments register;

	CasesInBatches(JdbcClient jdbc, BatchItems items, BatchAccess access, OfficialDocuments register) {
		this.items = items;
		this.jdbc = jdbc;
		this.access = access;
		this.register = register;
	}

	@Override
	public List<Place> of(Collection<String> caseIds) {
		List<String> asked = caseIds.stream().filter(this.items::mayBeInBatches).toList();
		return asked.isEmpty() ? List.of() : places(asked);
	}

	private List<Place> places(List<String> caseIds) {
		return this.jdbc.sql(PLACES).param("cases", caseIds).query(CasesInBatches::place).list();
	}

	@Override
	public List<Issued> of(String caseId, Actor reader) {
		if (!this.items.mayBeInBatches(caseId)) {
			return List.of();
		}
		boolean opens = this.access.isReader(reader);
		return this.jdbc.sql(PAPERS).param("case", caseId).query((row, number) -> {
			String batch = row.getString("batch_id");
			OfficialDocument.State state = OfficialDocument.State.valueOf(row.getString("state"));
			return new Issued(title(batch, row.getString("number"), row.getString("title")), row.getString("number"),
					row.getObject("issued_on", LocalDate.class), "casefile.paper." + state,
					state == OfficialDocument.State.ISSUED ? Standing.HOLDS : Standing.PUT_ASIDE,
					row.getString("replaced_by"), null,
					address(batch, row.getObject("scan_version", Long.class), state, opens));
		}).list();
	}

	/** The address of the batch leads to the document that holds. */
	private static @Nullable String address(String batch, @Nullable Long version, OfficialDocument.State state,
			boolean opens) {
		if (version == null) {
			return opens ? "/batches/" + batch : null;
		}
		if (state == OfficialDocument.State.ISSUED) {
			return "/batches/" + batch + "/paper";
		}
		return opens ? "/documents/" + version + "/view" : null;
	}

	/**
	 * As it is registered; what was entered from paper bears the title of its batch.
	 */
	private String title(String batchId, String number, String batch) {
		return this.register.ofDossier(batchId)
			.stream()
			.filter(document -> document.number() != null && number.equals(document.number().text()))
			.map(OfficialDocument::title)
			.findFirst()
			.orElse(batch);
	}

	@Override
	public List<String> casesNamedIn(SearchWords number, Actor reader) {
		return this.jdbc.sql(NAMED_IN.formatted(number.in("p.number")))
			.param("words", number.text())
			.query(String.class)
			.list();
	}

	private static Place place(ResultSet row, int number) throws SQLException {
		String batch = row.getString("title");
		if (row.getObject("item") == null) {
			return new Place(row.getString("case_id"), WAITING, row.getString("kind"), null,
					JdbcTime.instant(row, "composed_at"), null, null, batch);
		}
		return new Place(row.getString("case_id"), row.getString("task_name"), row.getString("kind"),
				new Holder(row.getString("role"), row.getString("unit_id"), row.getObject("person_id", Long.class),
						row.getObject("claimed_by", Long.class)),
				JdbcTime.instant(row, "created_at"), row.getObject("due_on", LocalDate.class),
				"/tasks/" + row.getLong("item"), batch);
	}

}
