package cn.ecopark.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.form.FormVersion;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/**
 * Opinions, written once and never changed. Those that were taken back are on record, and
 * only {@link #get} reads them.
 */
@Component
public class Opinions {

	private static final String INSERT = """
			INSERT INTO opinion (dossier_id, case_id, work_item_id, stage, task_key, step, purpose, role, person_id, person_name,
			                     unit_id, unit_name, outcome, text, audience, secret, at, form_id, form_digest, form_data,
			                     seen_documents)
			VALUES (:dossier, :case, :item, :stage, :task, :step, :purpose, :role, :person, :personName, :unit, :unitName, :outcome,
			        :text, :audience, :secret, :at, :formId, :formDigest, CAST(:fields AS jsonb), CAST(:seen AS jsonb))
			RETURNING id
			""";

	private static final String SAID = """
			SELECT case_id, stage, role, outcome, at FROM standing_opinion
			 WHERE case_id IN (:cases) AND dossier_id = case_id ORDER BY id
			""";

	private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	/** Figures come back to the decimal as they went in. */
	private final ObjectReader fields;

	Opinions(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
		this.fields = json.readerFor(FIELDS).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
	}

	/** That somebody ended a step of a case so. */
	public record Said(String caseId, String stage, String role, String outcome, Instant at) {
	}

	/**
	 * @return what was said in the steps of those cases, in the order in which it was
	 * said
	 */
	public List<Said> saidIn(Collection<String> caseIds) {
		return caseIds.isEmpty() ? List.of()
				: this.jdbc.sql(SAID)
					.param("cases", caseIds)
					.query((row, number) -> new Said(row.getString("case_id"), row.getString("stage"),
							row.getString("role"), row.getString("outcome"), JdbcTime.instant(row, "at")))
					.list();
	}

	/**
	 * @return the id under which the opinion was kept; the id it carries is ignored
	 */
	public long add(Opinion given) {
		return this.jdbc.sql(INSERT)
			.param("dossier", given.dossierId())
			.param("case", given.caseId())
			.param("item", known(given.workItemId()))
			.param("stage", given.step().stage())
			.param("task", given.step().taskKey())
			.param("step", given.step().name())
			.param("purpose", given.step().purpose().name())
			.param("role", given.author().role())
			.param("person", known(given.author().personId()))
			.param("personName", given.author().personName())
			.param("unit", given.author().unitId())
			.param("unitName", given.author().unitName())
			.param("outcome", given.outcome())
			.param("text", given.text())
			.param("audience", given.audience().name())
			.param("secret", given.secret())
			.param("at", JdbcTime.of(given.at()))
			.param("formId", given.form() == null ? null : given.form().id())
			.param("formDigest", given.form() == null ? null : given.form().digest())
			.param("fields", this.json.writeValueAsString(given.fields()))
			.param("seen", this.json.writeValueAsString(given.seenDocuments()))
			.query(Long.class)
			.single();
	}

	/**
	 * @return every opinion of the case, batch or objection, newest first, whoever may
	 * read it
	 */
	public List<Opinion> of(String dossierId) {
		return ReadOnce.list(this, "of", dossierId,
				() -> this.jdbc.sql("SELECT * FROM standing_opinion WHERE dossier_id = :dossier ORDER BY id DESC")
					.param("dossier", dossierId)
					.query(this::map)
					.list());
	}

	/**
	 * @return the newest opinion of the case's park in that stage that has a form
	 */
	public Optional<Opinion> formOfPark(String caseId, String stage) {
		return this.jdbc.sql("""
				SELECT o.* FROM standing_opinion o JOIN eco_case c ON c.id = o.case_id AND c.park_unit_id = o.unit_id
				 WHERE o.dossier_id = :case AND o.stage = :stage AND o.form_id IS NOT NULL ORDER BY o.id DESC LIMIT 1
				""").param("case", caseId).param("stage", stage).query(this::map).optional();
	}

	/**
	 * @return the forms that the park of the case has filled in, the newest last
	 */
	List<FormVersion> formsOfPark(String caseId) {
		return this.jdbc
			.sql("""
					SELECT o.form_id, o.form_digest FROM standing_opinion o JOIN eco_case c ON c.id = o.case_id AND c.park_unit_id = o.unit_id
					 WHERE o.dossier_id = :case AND o.form_id IS NOT NULL GROUP BY o.form_id, o.form_digest ORDER BY max(o.id)
					""")
			.param("case", caseId)
			.query((row, number) -> new FormVersion(row.getString("form_id"), row.getString("form_digest")))
			.list();
	}

	/**
	 * @return what was said when that task was done
	 */
	public Optional<Opinion> standingIn(long workItemId) {
		return this.jdbc.sql("SELECT * FROM standing_opinion WHERE work_item_id = :item ORDER BY id DESC LIMIT 1")
			.param("item", workItemId)
			.query(this::map)
			.optional();
	}

	public Opinion get(long id) {
		return this.jdbc.sql("SELECT * FROM opinion WHERE id = :id").param("id", id).query(this::map).single();
	}

	/**
	 * @return the newest opinion given in a step of one of those purposes
	 */
	public Optional<Opinion> latest(String dossierId, Purpose... purposes) {
		if (ReadOnce.isReading()) {
			return of(dossierId).stream()
				.filter(opinion -> List.of(purposes).contains(opinion.step().purpose()))
				.findFirst();
		}
		return this.jdbc
			.sql("""
					SELECT * FROM standing_opinion WHERE dossier_id = :dossier AND purpose IN (:purposes) ORDER BY id DESC LIMIT 1
					""")
			.param("dossier", dossierId)
			.param("purposes", Stream.of(purposes).map(Purpose::name).toList())
			.query(this::map)
			.optional();
	}

	/**
	 * @return every opinion of these dossiers, newest first, whoever may read it
	 */
	public List<Opinion> ofAll(Collection<String> dossierIds) {
		return dossierIds.isEmpty() ? List.of()
				: this.jdbc.sql("SELECT * FROM standing_opinion WHERE dossier_id IN (:dossiers) ORDER BY id DESC")
					.param("dossiers", dossierIds)
					.query(this::map)
					.list();
	}

	/**
	 * @return what was said last in that dossier, leaving out what is kept secret until
	 * all are in
	 */
	public Optional<Opinion> last(String dossierId) {
		return this.jdbc
			.sql("SELECT * FROM standing_opinion WHERE dossier_id = :dossier AND NOT secret ORDER BY id DESC LIMIT 1")
			.param("dossier", dossierId)
			.query(this::map)
			.optional();
	}

	/**
	 * @return what had been said last in that dossier by then, leaving out what is kept
	 * secret until all are in
	 */
	public Optional<Opinion> last(String dossierId, Instant by) {
		return this.jdbc.sql(
				"SELECT * FROM standing_opinion WHERE dossier_id = :dossier AND NOT secret AND at <= :by ORDER BY id DESC LIMIT 1")
			.param("dossier", dossierId)
			.param("by", JdbcTime.of(by))
			.query(this::map)
			.optional();
	}

	/**
	 * @return how often that step has ended so since the case came into the stage last;
	 * of dossiers without stages, since they began
	 */
	public int times(String dossierId, Opinion.Step step, String outcome) {
		return this.jdbc
			.sql("""
					SELECT count(*) FROM standing_opinion
					 WHERE dossier_id = :dossier AND stage = :stage AND task_key = :task AND outcome = :outcome
					   AND at >= coalesce((SELECT max(entered_at) FROM case_stage WHERE case_id = :dossier AND stage = :stage),
					                      '-infinity')
					""")
			.param("dossier", dossierId)
			.param("stage", step.stage())
			.param("task", step.taskKey())
			.param("outcome", outcome)
			.query(Integer.class)
			.single();
	}

	/** 0 stands for no task and for nobody who is known here. */
	private static @Nullable Long known(long id) {
		return id == 0 ? null : id;
	}

	private Opinion map(ResultSet row, int number) throws SQLException {
		String formId = row.getString("form_id");
		return new Opinion(row.getLong("id"), row.getString("dossier_id"), row.getString("case_id"),
				row.getLong("work_item_id"),
				new Opinion.Step(row.getString("stage"), row.getString("task_key"), row.getString("step"),
						Purpose.valueOf(row.getString("purpose"))),
				new Opinion.Author(row.getString("role"), row.getLong("person_id"), row.getString("person_name"),
						row.getString("unit_id"), row.getString("unit_name")),
				row.getString("outcome"), row.getString("text"), Audience.valueOf(row.getString("audience")),
				row.getBoolean("secret"), JdbcTime.instant(row, "at"),
				formId == null ? null : new FormVersion(formId, row.getString("form_digest")),
				this.fields.readValue(row.getString("form_data")),
				List.of(this.json.readValue(row.getString("seen_documents"), String[].class)));
	}

}
