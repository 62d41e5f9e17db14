package cn.ecopark;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with one row of everything that is on record, as the version before steps
 * were recorded could have written it.
 */
public final class FilledRecord {

	private FilledRecord() {
	}

	/**
	 * One case of a park in Jiangsu in one batch. Task 1 is open; before steps were
	 * recorded there were others besides: 2 is done, 3 was taken away after its last day,
	 * 4 was taken away before it, 5 after somebody was told that it was overdue.
	 */
	public static void of(JdbcClient jdbc) {
		boolean old = jdbc.sql("SELECT to_regclass('step_run') IS NULL").query(Boolean.class).single();
		new TestRegister(jdbc).firstRelease()
			.park(7, "PARK-7", "320000")
			.unit("OFFICE", "OFFICE")
			.unit("MEE", "MINISTRY")
			.person(11);
		run(jdbc,
				"""
						INSERT INTO eco_case (id, kind, pack, release, park_id, park_name, park_kind, park_unit_id, province_code, status,
						                      opened_at)
						VALUES ('case-1', 'creation', '2015-167', '2015-167.1', 7, '园区', 'COMPREHENSIVE', 'PARK-7', '320000', 'OPEN',
						        '2018-01-02T09:00:00+08:00')
						""");
		run(jdbc, "INSERT INTO case_party (case_id, role, unit_id, since) VALUES ('case-1', 'PARK', 'PARK-7', now())");
		run(jdbc, """
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES ('batch-1', 'naming', '2015-167', '2015-167.1', '批次', 'OPEN', 11, now(), 's')
				""");
		run(jdbc, "INSERT INTO batch_item (batch_id, case_id, position, state) VALUES ('batch-1', 'case-1', 1, 'IN')");
		task(jdbc, 1, "OPEN", null, null, false);
		if (old) {
			task(jdbc, 2, "DONE", "2018-01-05T10:00:00+08:00", null, false);
			task(jdbc, 3, "CANCELLED", "2018-01-10T00:00:00.1+08:00", "2018-01-09", false);
			task(jdbc, 4, "CANCELLED", "2018-01-08T10:00:00+08:00", "2018-01-09", false);
			task(jdbc, 5, "CANCELLED", "2018-02-01T10:00:00+08:00", "2018-01-09", true);
		}
		else {
			run(jdbc,
					"""
							INSERT INTO step_run (work_item_id, dossier_id, case_id, pack, release, process_key, step_key, step_name, role,
							                      unit_id, entered_at)
							VALUES (1, 'case-1', 'case-1', '2015-167', '2015-167.1', 'p', 'Task', '任务', 'OFFICE', 'OFFICE', now())
							""");
		}
		run(jdbc,
				"""
						INSERT INTO opinion (dossier_id, case_id, work_item_id, stage, task_key, step, role, person_id, person_name,
						                     unit_id, unit_name, outcome, text, audience, at)
						VALUES ('case-1', 'case-1', 1, 's', 't', '步骤', 'OFFICE', 11, '经办', 'OFFICE', '办公室', 'CORRECT', '请补正',
						        'PARK', now())
						""");
		run(jdbc, """
				INSERT INTO ballot (batch_id, case_id, unit_id, round, choice, reason, person_id, opinion_id, at)
				SELECT 'batch-1', 'case-1', 'MEE', 1, 'AGREE', '', 11, max(id), now() FROM opinion
				""");
		run(jdbc, """
				INSERT INTO correction_point (case_id, opinion_id, number, subject, remark, state)
				SELECT 'case-1', max(id), 1, '', '缺附件', 'OPEN' FROM opinion
				""");
		run(jdbc, """
				INSERT INTO timeline_entry (case_id, at, message, audience) VALUES ('case-1', now(), 'm', 'PARK')
				""");
		run(jdbc,
				"""
						INSERT INTO case_trace (dossier_id, process_instance_id, definition_id, process_key, element_id, kind, at)
						VALUES ('case-1', 'i', 'p:1', 'p', 'Task', 'ENTERED', now())
						""");
		run(jdbc, "INSERT INTO content (sha256, size, parts) VALUES (repeat('a', 64), 1, gen_random_uuid())");
		document(jdbc, 1, "SUBMITTED");
		document(jdbc, 2, "DRAFT");
		document(jdbc, 3, "CHECKING");
	}

	private static void task(JdbcClient jdbc, long id, String state, String endedAt, String dueOn, boolean overdue) {
		jdbc.sql(TestRegister.asItWas(jdbc,
				"""
						INSERT INTO work_item (id, kind, definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id,
						                       case_id, title, role, unit_id, created_at, due_on, sort_due, overdue, description,
						                       state, outcome, done_by, done_at)
						OVERRIDING SYSTEM VALUE
						VALUES (:id, 'ENGINE_TASK', 'p:1', '2015-167', '2015-167.1', 'p', 'Task', '任务', 'p', 'case-1', 'case-1', '园区', 'OFFICE',
						        'OFFICE', '2018-01-02T09:00:00+08:00', CAST(:due AS date), '9999-12-31', :overdue, '{}', :state,
						        CASE WHEN :state = 'DONE' THEN 'FORWARD' END, CASE WHEN :state = 'DONE' THEN 11 END,
						        CAST(:ended AS timestamptz))
						"""))
			.param("id", id)
			.param("due", dueOn)
			.param("overdue", overdue)
			.param("state", state)
			.param("ended", endedAt)
			.update();
	}

	private static void document(JdbcClient jdbc, int number, String state) {
		jdbc.sql(
				"""
						INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
						                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
						VALUES ('case-1', 'plan', :number, 'a.pdf', 'application/pdf', 1, repeat('a', 64), 11, '经办', 'PARK-7',
						        now(), 1, 'PARK', :state, :number::text)
						""")
			.param("number", number)
			.param("state", state)
			.update();
	}

	private static void run(JdbcClient jdbc, String sql) {
		jdbc.sql(TestRegister.asItWas(jdbc, sql)).update();
	}

}
