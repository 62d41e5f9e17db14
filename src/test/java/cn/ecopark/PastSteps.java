package cn.ecopark;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.rulepack.Prerequisite;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;

/**
 * Puts on record what the shipped rule pack asks for before a joint decision, as if the
 * steps had been done. Everything in it is invented.
 */
public final class PastSteps {

	private final JdbcClient jdbc;

	private final CaseTime time;

	private final RulePacks packs;

	public PastSteps(JdbcClient jdbc, CaseTime time) {
		this.jdbc = jdbc;
		this.time = time;
		this.packs = ShippedPacks.packs();
	}

	/** All that the decision needs; what is there already is there once more. */
	public void before(String decision, EcoCase ecoCase, long personId, long itemId) {
		before(decision, ecoCase, personId, itemId, needed -> true);
	}

	/** Of what the decision needs, that which the test wants. */
	public void before(String decision, EcoCase ecoCase, long personId, long itemId, Predicate<Prerequisite> wanted) {
		this.packs.current(ecoCase.release().pack())
			.prerequisitesOf(decision)
			.stream()
			.filter(wanted)
			.forEach(needed -> {
				switch (needed.need()) {
					case WORD -> said(ecoCase, personId, needed.stage(), needed.role(), needed.outcomes().get(0));
					case PANEL_OPINION -> concluded(ecoCase, personId, itemId, needed.stage(), "PASS");
					case NOTICE -> shown(ecoCase, personId, needed.stage());
					case HEARING -> {
						said(ecoCase, personId, needed.stage(), Purpose.FILING, "OFFICE", "FILED");
						said(ecoCase, personId, needed.stage(), Purpose.STATEMENT, "PARK", "SUBMIT");
					}
				}
			});
	}

	public long said(EcoCase ecoCase, long personId, String stage, String role, String outcome) {
		return said(ecoCase, personId, stage, Purpose.ORDINARY, role, outcome);
	}

	/** What was said in a step of that purpose. */
	public long said(EcoCase ecoCase, long personId, String stage, Purpose purpose, String role, String outcome) {
		return this.jdbc
			.sql("""
					INSERT INTO opinion (dossier_id, case_id, work_item_id, stage, task_key, step, purpose, role,
					                     person_id, person_name, unit_id, unit_name, outcome, text, audience, at, form_data)
					VALUES (:case, :case, NULL, :stage, '', '', :purpose, :role, :person, '', 'OFFICE', '', :outcome, '（虚构）',
					        'AUTHORITIES', :at, '{}')
					RETURNING id
					""")
			.param("case", ecoCase.id())
			.param("stage", stage)
			.param("purpose", purpose.name())
			.param("role", role)
			.param("person", personId)
			.param("outcome", outcome)
			.param("at", now())
			.query(Long.class)
			.single();
	}

	/** An opinion of the stage's panel that holds. */
	public void concluded(EcoCase ecoCase, long personId, long itemId, String stage, String outcome) {
		long opinion = said(ecoCase, personId, stage, "PANEL_LEADER", outcome);
		this.jdbc.sql("""
				WITH formed AS (
				    INSERT INTO panel (case_id, stage, formed_at) VALUES (:case, :stage, :at)
				    ON CONFLICT (case_id, stage) DO UPDATE SET formed_at = excluded.formed_at RETURNING id, round)
				INSERT INTO panel_conclusion (panel_id, round, person_id, outcome, opinion_id, work_item_id, holds)
				SELECT id, round, :person, :outcome, :opinion, :item, TRUE FROM formed
				""")
			.params(Map.of("case", ecoCase.id(), "stage", stage, "at", now(), "person", personId, "outcome", outcome,
					"opinion", opinion, "item", itemId))
			.update();
	}

	/** A notice of the park whose last day was yesterday. */
	private void shown(EcoCase ecoCase, long personId, String process) {
		String batch = UUID.randomUUID().toString();
		LocalDate yesterday = this.time.today().minusDays(1);
		for (String sql : List.of(
				"""
						INSERT INTO batch (id, kind, pack, release, title, state, result, composed_by, composed_at, closed_at, submission)
						VALUES (:batch, :process, :pack, :pack || '.1', '公示（虚构）', 'CLOSED', 'PUBLISHED', :person, :at, :at, :batch)
						""",
				"""
						INSERT INTO batch_item (batch_id, case_id, position, state, left_at) VALUES (:batch, :case, 1, 'DONE', :at)
						""",
				"""
						INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state,
						                           published_at, closed_at)
						VALUES (:batch, '公示（虚构）', '', '{}', :begun, :ended, 'CLOSED', :at, :at)
						""")) {
			this.jdbc.sql(sql)
				.params(Map.of("batch", batch, "process", process, "pack", ecoCase.release().pack(), "person", personId,
						"case", ecoCase.id(), "at", now(), "begun", yesterday.minusDays(14), "ended", yesterday))
				.update();
		}
	}

	private OffsetDateTime now() {
		return this.time.now().atOffset(ZoneOffset.UTC);
	}

}
