package cn.ecopark.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.ReadOnce;

/**
 * Proposals and what has become of them, written once and never changed. Reading checks
 * no rights.
 */
@Component
public class Proposals {

	private static final String INSERT = """
			INSERT INTO decision_proposal (work_item_id, dossier_id, unit_id, person_id, person_name, at, outcome, fields,
			                               form_digest, documents, decided_text)
			VALUES (:item, :dossier, :unit, :person, :name, :at, :outcome, CAST(:fields AS jsonb), :form,
			        CAST(:documents AS jsonb), :text)
			""";

	private static final String ACT = """
			INSERT INTO proposal_act (proposal_id, dossier_id, act, person_id, person_name, at, reason)
			SELECT id, dossier_id, :act, :person, :name, :at, :reason FROM decision_proposal WHERE id = :proposal
			""";

	private static final String NEWEST = """
			SELECT DISTINCT ON (work_item_id) * FROM decision_proposal WHERE work_item_id IN (:items)
			 ORDER BY work_item_id, id DESC
			""";

	private static final String SIGNED = """
			SELECT p.* FROM decision_proposal p JOIN proposal_act a ON a.proposal_id = p.id AND a.act = 'SIGNED'
			 WHERE p.dossier_id IN (:dossiers)
			""";

	private static final String WAITING = """
			SELECT p.work_item_id FROM decision_proposal p JOIN work_item w ON w.id = p.work_item_id
			 WHERE p.dossier_id = :dossier AND w.state = 'OPEN'
			   AND NOT EXISTS (SELECT 1 FROM proposal_act a WHERE a.proposal_id = p.id AND a.act <> 'REVIEWED')
			""";

	private static final String FOR_THE_LAST = """
			SELECT p.* FROM decision_proposal p JOIN work_item w ON w.id = p.work_item_id
			 WHERE w.state = 'OPEN'
			   AND NOT EXISTS (SELECT 1 FROM proposal_act a WHERE a.proposal_id = p.id AND a.act <> 'REVIEWED')
			   AND (w.description ->> 'signatures')::INT = 2 + (SELECT count(*) FROM proposal_act a WHERE a.proposal_id = p.id)
			 ORDER BY p.id
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter proposed;

	private final JsonMapper json;

	Proposals(JdbcClient jdbc, RareMatters matters, JsonMapper json) {
		this.jdbc = jdbc;
		this.proposed = matters.matter("EXISTS (SELECT 1 FROM decision_proposal WHERE dossier_id = :dossier)");
		this.json = json;
	}

	/**
	 * @return the last one of that task, whatever has become of it
	 */
	public Optional<Proposal> newest(long itemId) {
		return Optional.ofNullable(newest(List.of(itemId)).get(itemId));
	}

	/**
	 * @return the last one of each of those tasks that have any
	 */
	public Map<Long, Proposal> newest(Collection<Long> itemIds) {
		if (itemIds.isEmpty()) {
			return Map.of();
		}
		return whole(this.jdbc.sql(NEWEST).param("items", itemIds).query(this::map).list()).stream()
			.collect(Collectors.toMap(Proposal::itemId, Function.identity()));
	}

	/**
	 * @return those by which tasks of these dossiers were decided, by task
	 */
	Map<Long, Proposal> signedIn(Collection<String> dossierIds) {
		if (dossierIds.stream().noneMatch(this.proposed::mayBeOf)) {
			return Map.of();
		}
		return ReadOnce.of(this, "signedIn", List.of(Set.copyOf(dossierIds)),
				() -> whole(this.jdbc.sql(SIGNED).param("dossiers", dossierIds).query(this::map).list()).stream()
					.collect(Collectors.toMap(Proposal::itemId, Function.identity())));
	}

	/**
	 * @return those that wait for nothing but the signature of somebody who leads the
	 * unit, the longest waiting first
	 */
	public List<Proposal> waitingForTheLast() {
		return whole(this.jdbc.sql(FOR_THE_LAST).query(this::map).list());
	}

	/**
	 * @return ids of the tasks of that case, batch or objection in which one waits
	 */
	List<Long> tasksWaitingIn(String dossierId) {
		return this.jdbc.sql(WAITING).param("dossier", dossierId).query(Long.class).list();
	}

	void add(WorkItem item, Proposal proposal) {
		this.jdbc.sql(INSERT)
			.param("item", item.id())
			.param("dossier", item.subject().dossierId())
			.param("unit", proposal.unitId())
			.param("person", proposal.proposer().personId())
			.param("name", proposal.proposer().name())
			.param("at", JdbcTime.of(proposal.proposer().at()))
			.param("outcome", proposal.outcome())
			.param("fields", this.json.writeValueAsString(proposal.fields()))
			.param("form", proposal.basis().form())
			.param("documents", this.json.writeValueAsString(proposal.basis().documents()))
			.param("text", proposal.basis().text())
			.update();
	}

	void add(long proposalId, Proposal.Act act) {
		Proposal.Hand by = act.by();
		this.jdbc.sql(ACT)
			.param("proposal", proposalId)
			.param("act", act.what().name())
			.param("person", by == null ? null : by.personId())
			.param("name", by == null ? null : by.name())
			.param("at", JdbcTime.of(act.at()))
			.param("reason", act.reason())
			.update();
	}

	private List<Proposal> whole(List<Proposal> rows) {
		if (rows.isEmpty()) {
			return rows;
		}
		record ActOf(long proposal, Proposal.Act act) {
		}
		Map<Long, List<Proposal.Act>> acts = this.jdbc
			.sql("SELECT * FROM proposal_act WHERE proposal_id IN (:proposals) ORDER BY id")
			.param("proposals", rows.stream().map(Proposal::id).toList())
			.query((row, number) -> new ActOf(row.getLong("proposal_id"), act(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(ActOf::proposal,
					Collectors.mapping(ActOf::act, Collectors.toUnmodifiableList())));
		return rows.stream()
			.map(row -> new Proposal(row.id(), row.itemId(), row.unitId(), row.proposer(), row.outcome(), row.fields(),
					row.basis(), acts.getOrDefault(row.id(), List.of())))
			.toList();
	}

	private static Proposal.Act act(ResultSet row) throws SQLException {
		Instant at = JdbcTime.instant(row, "at");
		String name = row.getString("person_name");
		Proposal.@Nullable Hand by = name == null ? null : new Proposal.Hand(row.getLong("person_id"), name, at);
		return new Proposal.Act(Proposal.What.valueOf(row.getString("act")), by, at, row.getString("reason"));
	}

	private Proposal map(ResultSet row, int number) throws SQLException {
		return new Proposal(row.getLong("id"), row.getLong("work_item_id"), row.getString("unit_id"),
				new Proposal.Hand(row.getLong("person_id"), row.getString("person_name"), JdbcTime.instant(row, "at")),
				row.getString("outcome"), fields(row.getString("fields")),
				new ProposalBasis(row.getString("form_digest"), texts(row.getString("documents")),
						row.getString("decided_text")),
				List.of());
	}

	private Map<String, List<String>> fields(String stored) {
		Map<String, List<String>> fields = new LinkedHashMap<>();
		this.json.readTree(stored)
			.forEachEntry(
					(name, values) -> fields.put(name, Arrays.asList(this.json.treeToValue(values, String[].class))));
		return fields;
	}

	private List<String> texts(String stored) {
		return List.of(this.json.readValue(stored, String[].class));
	}

}
