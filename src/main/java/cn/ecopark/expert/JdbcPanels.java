package cn.ecopark.expert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.expert.PanelMember.Invitation;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** Rows of panels and their members. */
@Component
class JdbcPanels {

	private static final String FORM = """
			INSERT INTO panel (case_id, stage, formed_at) VALUES (:case, :stage, :at)
			ON CONFLICT (case_id, stage) DO UPDATE SET formed_at = excluded.formed_at, round = panel.round + 1
			RETURNING id
			""";

	private static final String MEMBERS = """
			SELECT m.person_id, m.leader, m.invitation
			  FROM panel_member m JOIN panel p ON p.id = m.panel_id
			 WHERE p.case_id = :case AND p.stage = :stage ORDER BY m.leader DESC, m.person_id
			""";

	private static final String ASK = """
			INSERT INTO panel_member (panel_id, person_id, leader, invitation, invited_at, answered_at)
			VALUES (:panel, :person, FALSE, :invitation, :at, :answeredAt)
			ON CONFLICT (panel_id, person_id)
			DO UPDATE SET invitation = excluded.invitation, invited_at = excluded.invited_at,
			              answered_at = excluded.answered_at
			""";

	private static final String ANSWER = """
			UPDATE panel_member SET invitation = :invitation, answered_at = :at
			 WHERE invitation = 'PENDING' AND (CAST(:person AS bigint) IS NULL OR person_id = :person)
			   AND panel_id = (SELECT id FROM panel WHERE case_id = :case AND stage = :stage)
			""";

	private static final String RELEASE = """
			UPDATE panel_member SET invitation = 'RELEASED', answered_at = :at, leader = FALSE
			 WHERE panel_id = :panel AND person_id NOT IN (:kept) AND invitation IN ('PENDING', 'ACCEPTED')
			""";

	private static final String UNLEAD = """
			UPDATE panel_member SET leader = FALSE WHERE panel_id = :panel AND leader
			""";

	private static final String LEAD = """
			UPDATE panel_member SET leader = TRUE WHERE panel_id = :panel AND person_id = :person
			""";

	private final JdbcClient jdbc;

	JdbcPanels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long form(String caseId, String stage, Instant at) {
		return this.jdbc.sql(FORM)
			.param("case", caseId)
			.param("stage", stage)
			.param("at", JdbcTime.of(at))
			.query(Long.class)
			.single();
	}

	long idOf(String caseId, String stage) {
		return this.jdbc.sql("SELECT id FROM panel WHERE case_id = :case AND stage = :stage")
			.param("case", caseId)
			.param("stage", stage)
			.query(Long.class)
			.single();
	}

	List<PanelMember> members(String caseId, String stage) {
		return ReadOnce.list(this, "members", List.of(caseId, stage),
				() -> this.jdbc.sql(MEMBERS)
					.param("case", caseId)
					.param("stage", stage)
					.query((row, number) -> new PanelMember(row.getLong("person_id"), row.getBoolean("leader"),
							Invitation.valueOf(row.getString("invitation"))))
					.list());
	}

	void ask(long panelId, long personId, Invitation invitation, Instant at) {
		this.jdbc.sql(ASK)
			.param("panel", panelId)
			.param("person", personId)
			.param("invitation", invitation.name())
			.param("at", JdbcTime.of(at))
			.param("answeredAt", invitation == Invitation.PENDING ? null : JdbcTime.of(at))
			.update();
	}

	void release(long panelId, List<Long> kept, Instant at) {
		this.jdbc.sql(RELEASE).param("panel", panelId).param("kept", kept).param("at", JdbcTime.of(at)).update();
	}

	void lead(long panelId, long personId) {
		this.jdbc.sql(UNLEAD).param("panel", panelId).update();
		if (this.jdbc.sql(LEAD).param("panel", panelId).param("person", personId).update() == 0) {
			throw new IllegalArgumentException("Nobody leads a panel without a seat on it");
		}
	}

	/**
	 * @param personId who answers; null: everybody who has not
	 * @return how many had not answered before
	 */
	int answer(String caseId, String stage, @Nullable Long personId, Invitation invitation, Instant at) {
		return this.jdbc.sql(ANSWER)
			.param("case", caseId)
			.param("stage", stage)
			.param("person", personId)
			.param("invitation", invitation.name())
			.param("at", JdbcTime.of(at))
			.update();
	}

	Optional<Long> leader(String caseId, String stage) {
		return members(caseId, stage).stream()
			.filter(member -> member.leader() && member.hasAccepted())
			.map(PanelMember::personId)
			.findFirst();
	}

}
