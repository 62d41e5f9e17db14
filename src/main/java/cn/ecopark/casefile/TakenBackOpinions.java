package cn.ecopark.casefile;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;

/** 撤回: opinions that stay on record and do not count any more. */
@Component
public class TakenBackOpinions {

	private static final String TAKE = """
			INSERT INTO taken_back (case_id, opinion_id, work_item_id, reason, person_id, unit_id, at)
			VALUES (:case, :opinion, :item, :reason, :person, :unit, :at)
			""";

	private static final String OF_CASE = """
			SELECT opinion_id, reason, at FROM taken_back WHERE case_id = :case ORDER BY opinion_id DESC
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter takenBack;

	private final CaseTime time;

	TakenBackOpinions(JdbcClient jdbc, RareMatters matters, CaseTime time) {
		this.jdbc = jdbc;
		this.takenBack = matters.matter("EXISTS (SELECT 1 FROM taken_back WHERE case_id = :dossier)");
		this.time = time;
	}

	/** That an opinion was taken back, by whoever had given it. */
	public record TakenBack(long opinionId, String reason, Instant at) {
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void takeBack(Opinion said, Reason reason, Actor actor) {
		this.jdbc.sql(TAKE)
			.param("case", said.caseId())
			.param("opinion", said.id())
			.param("item", said.workItemId())
			.param("reason", reason.text())
			.param("person", actor.personId())
			.param("unit", actor.unitId())
			.param("at", JdbcTime.of(this.time.now()))
			.update();
	}

	/**
	 * @return those of that case, newest first; none for a batch or an objection
	 */
	public List<TakenBack> of(String caseId) {
		if (!this.takenBack.mayBeOf(caseId)) {
			return List.of();
		}
		return this.jdbc.sql(OF_CASE)
			.param("case", caseId)
			.query((row, number) -> new TakenBack(row.getLong("opinion_id"), row.getString("reason"),
					JdbcTime.instant(row, "at")))
			.list();
	}

}
