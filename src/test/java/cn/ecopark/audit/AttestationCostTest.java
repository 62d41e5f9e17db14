package cn.ecopark.audit;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What it costs to attest a decision: {@code mvn test -DexcludedGroups=none
 * -Dtest=AttestationCostTest} prints it.
 */
@Tag("thorough")
class AttestationCostTest {

	private static final int DECISIONS = 1000;

	private final AuditWorkshop workshop = new AuditWorkshop();

	private int number;

	@Test
	void isSmall() {
		this.workshop.tamper(
				"""
						INSERT INTO eco_case (id, kind, pack, release, park_id, park_name, park_kind, park_unit_id, province_code, status, opened_at)
						SELECT 'c' || n, 'creation', '2015-167', '2015-167.1', n, '园区', 'K', 'U', '310000', 'OPEN', now() FROM generate_series(0, 99) AS n
						""",
				"""
						INSERT INTO work_item (kind, definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id, case_id, title, role,
						                       unit_id, created_at, sort_due, description, state)
						SELECT 'K', 'd', '2015-167', '2015-167.1', 'k', 't', '审查', 's', 'c' || n % 100, 'c' || n % 100, '标题', 'R', 'U', now(), current_date, '{}', 'OPEN'
						  FROM generate_series(1, 5000) AS n
						""");
		times(DECISIONS);

		double with = times(DECISIONS);
		long bytes = this.workshop.jdbc
			.sql("SELECT avg(octet_length(details))::bigint FROM audit_entry WHERE subject LIKE 'rows:%'")
			.query(Long.class)
			.single();
		for (String table : new String[] { "opinion", "timeline_entry", "work_item", "case_stage", "eco_case" }) {
			this.workshop.run("ALTER TABLE " + table + " DISABLE TRIGGER row_is_attested");
		}
		double without = times(DECISIONS);

		System.out.printf(
				"A decision of 6 rows: %.2f ms attested, %.2f ms not, %.2f ms for attesting; %d bytes of entry%n", with,
				without, with - without, bytes);
		assertThat(with - without).isLessThan(20);
	}

	/**
	 * @return milliseconds for each of them
	 */
	private double times(int decisions) {
		long begun = System.nanoTime();
		IntStream.range(0, decisions).forEach((i) -> this.workshop.within(this::decide));
		return (System.nanoTime() - begun) / 1e6 / decisions;
	}

	private void decide() {
		this.number++;
		String dossier = "c" + this.number % 100;
		this.workshop.jdbc
			.sql("""
					INSERT INTO opinion (dossier_id, case_id, work_item_id, stage, task_key, step, role, person_id, person_name, unit_id, unit_name,
					                     outcome, text, audience, at, form_data)
					VALUES (:case, :case, :item, 's', 't', '审查', 'R', 7, '王敏', 'U', '单位', 'ADMIT', :text, 'AUTHORITIES', now(), '{"a": "1", "b": "2"}')
					""")
			.param("case", dossier)
			.param("item", this.number)
			.param("text", "经审查，材料齐全。".repeat(40))
			.update();
		for (int line = 0; line < 2; line++) {
			this.workshop.jdbc
				.sql("""
						INSERT INTO timeline_entry (case_id, at, message, remark, audience) VALUES (:case, now(), 'casefile.timeline.decided', '同意', 'PARK')
						""")
				.param("case", dossier)
				.update();
		}
		this.workshop.jdbc
			.sql("UPDATE work_item SET state = 'DONE', outcome = 'ADMIT', done_by = 7, done_at = now() WHERE id = :id")
			.param("id", this.number)
			.update();
		this.workshop.jdbc.sql("INSERT INTO case_stage (case_id, stage, entered_at) VALUES (:case, 's', now())")
			.param("case", dossier)
			.update();
		this.workshop.jdbc.sql("UPDATE eco_case SET stage = :stage WHERE id = :case")
			.param("stage", "s" + this.number)
			.param("case", dossier)
			.update();
		this.workshop.audit.record(Subject.ofCase(dossier), "task.completed", Map.of("outcome", "ADMIT"));
	}

}
