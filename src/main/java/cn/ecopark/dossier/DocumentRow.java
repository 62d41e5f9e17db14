package cn.ecopark.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;

import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.shared.JdbcTime;

/** A document that was handed in, with what decides who may read it. */
record DocumentRow(DocumentVersion version, State state, Audience audience, long byPerson) {

	/** What becomes of a document. */
	enum State {

		/** Not judged yet; only whoever handed it in may open it. */
		CHECKING,
		/** Did not pass the gate; nobody may open it. */
		REFUSED,
		/** The version its unit will submit with the task. */
		DRAFT,
		/** Handed over with the task. */
		SUBMITTED,
		/** Was handed over, until the submission was taken back. */
		TAKEN_BACK

	}

	static DocumentRow of(ResultSet row, int number) throws SQLException {
		State state = State.valueOf(row.getString("state"));
		return new DocumentRow(
				new DocumentVersion(row.getLong("id"), row.getString("dossier_id"), row.getString("kind"),
						row.getInt("number"), row.getString("file_name"), row.getString("media_type"),
						row.getLong("size"), row.getString("sha256"), row.getString("uploaded_by_name"),
						row.getString("unit_id"), JdbcTime.instant(row, "at"), row.getLong("work_item_id"),
						state != State.SUBMITTED),
				state, Audience.valueOf(row.getString("audience")), row.getLong("uploaded_by"));
	}

	/** Experts share a unit that is none: each has his own. */
	boolean isOfUnitOf(Actor reader) {
		return reader.unitLevel() == UnitLevel.EXPERT_POOL ? isBy(reader)
				: reader.worksOnCases() && this.version.byUnitId().equals(reader.unitId());
	}

	boolean isBy(Actor reader) {
		return this.byPerson == reader.personId();
	}

	boolean isFor(Actor reader) {
		return this.state == State.SUBMITTED && Audience.of(reader).contains(this.audience);
	}

}
