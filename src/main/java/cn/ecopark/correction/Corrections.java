package cn.ecopark.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.correction.CorrectionRefusals.ProposedAlready;
import cn.ecopark.correction.CorrectionRefusals.SpokenAlready;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.StaleRecord;

/** All proposals to put documents right. Reading here checks no rights. */
@Component
class Corrections {

	private static final String INSERT = """
			INSERT INTO document_correction (code, dossier_id, act, reason, mistake, issued_on, proposed_by, proposer_unit, proposed_at)
			VALUES (:code, :dossier, :act, :reason, :mistake, :issuedOn, :person, :unit, :at) RETURNING id
			""";

	private static final String WORD = """
			INSERT INTO document_correction_word (correction_id, unit_id, person_id, person_name, agrees, reason, at)
			VALUES (:id, :unit, :person, :name, :agrees, :reason, :at)
			""";

	private static final String SETTLE = """
			UPDATE document_correction SET state = :state, settled_at = :at WHERE id = :id AND state = 'OPEN'
			""";

	private static final String WORDS = "SELECT * FROM document_correction_word WHERE correction_id = :id ORDER BY at, unit_id";

	private static final String WAITING_FOR = """
			SELECT c.* FROM document_correction c JOIN official_paper_body b ON b.code = c.code
			 WHERE c.state = 'OPEN' AND b.unit_id = :unit
			   AND NOT EXISTS (SELECT FROM document_correction_word w WHERE w.correction_id = c.id AND w.unit_id = :unit)
			 ORDER BY c.id
			""";

	private final JdbcClient jdbc;

	Corrections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is proposed.
	 *
	 * @param mistake empty where the document is to be voided
	 * @param issuedOn null where the document is to be voided
	 */
	record Proposal(DocumentCorrection.Act act, String mistake, @Nullable LocalDate issuedOn, String reason) {
	}

	/**
	 * @throws ProposedAlready when another proposal about the document is open
	 */
	long add(OfficialDocument document, Proposal proposal, Actor actor, Instant at) {
		try {
			return this.jdbc.sql(INSERT)
				.param("code", document.code().text())
				.param("dossier", document.dossierId())
				.param("act", proposal.act().name())
				.param("reason", proposal.reason())
				.param("mistake", proposal.mistake())
				.param("issuedOn", proposal.issuedOn())
				.param("person", actor.personId())
				.param("unit", actor.unitId())
				.param("at", JdbcTime.of(at))
				.query(Long.class)
				.single();
		}
		catch (DuplicateKeyException open) {
			throw new ProposedAlready();
		}
	}

	/**
	 * @throws SpokenAlready when the unit has spoken
	 */
	void addWord(long id, boolean agrees, String reason, Actor actor, Instant at) {
		try {
			this.jdbc.sql(WORD)
				.param("id", id)
				.param("unit", actor.unitId())
				.param("person", actor.personId())
				.param("name", actor.name())
				.param("agrees", agrees)
				.param("reason", reason)
				.param("at", JdbcTime.of(at))
				.update();
		}
		catch (DuplicateKeyException spoken) {
			throw new SpokenAlready();
		}
	}

	/**
	 * @throws StaleRecord when it is not open any more
	 */
	void settle(long id, DocumentCorrection.State state, Instant at) {
		StaleRecord.refuseIfNone(this.jdbc.sql(SETTLE)
			.param("id", id)
			.param("state", state.name())
			.param("at", JdbcTime.of(at))
			.update());
	}

	/** The row stays locked to the end of the transaction. */
	Optional<DocumentCorrection> lock(long id) {
		return this.jdbc.sql("SELECT * FROM document_correction WHERE id = :id FOR UPDATE")
			.param("id", id)
			.query(this::map)
			.optional();
	}

	/**
	 * @return what was proposed about the document, the newest first
	 */
	List<DocumentCorrection> of(VerificationCode code) {
		return this.jdbc.sql("SELECT * FROM document_correction WHERE code = :code ORDER BY id DESC")
			.param("code", code.text())
			.query(this::map)
			.list();
	}

	/**
	 * @return the open ones about which that unit has still to speak, the earliest first
	 */
	List<DocumentCorrection> waitingFor(String unitId) {
		return this.jdbc.sql(WAITING_FOR).param("unit", unitId).query(this::map).list();
	}

	private DocumentCorrection map(ResultSet row, int number) throws SQLException {
		long id = row.getLong("id");
		return new DocumentCorrection(id, new VerificationCode(row.getString("code")),
				DocumentCorrection.Act.valueOf(row.getString("act")), row.getString("reason"), row.getString("mistake"),
				row.getObject("issued_on", LocalDate.class),
				new DocumentCorrection.Proposer(row.getLong("proposed_by"), row.getString("proposer_unit"),
						JdbcTime.instant(row, "proposed_at")),
				DocumentCorrection.State.valueOf(row.getString("state")), words(id));
	}

	private List<DocumentCorrection.BodyWord> words(long id) {
		return this.jdbc.sql(WORDS)
			.param("id", id)
			.query((row, number) -> new DocumentCorrection.BodyWord(row.getString("unit_id"),
					row.getString("person_name"), row.getBoolean("agrees"), row.getString("reason"),
					JdbcTime.instant(row, "at")))
			.list();
	}

}
