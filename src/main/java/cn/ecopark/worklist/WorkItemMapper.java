package cn.ecopark.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.jdbc.core.RowMapper;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.form.FormVersion;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.JdbcTime;

/** Reads a row of the work list. */
final class WorkItemMapper implements RowMapper<WorkItem> {

	private final JsonMapper json;

	WorkItemMapper(JsonMapper json) {
		this.json = json;
	}

	@Override
	public WorkItem mapRow(ResultSet row, int number) throws SQLException {
		String said = row.getString("said");
		String formId = row.getString("form_id");
		return new WorkItem(row.getLong("id"), row.getString("engine_task_id"), task(row), subject(row),
				new WorkItem.Holder(row.getString("role"), row.getString("unit_id"),
						row.getObject("person_id", Long.class), row.getObject("claimed_by", Long.class)),
				JdbcTime.instant(row, "created_at"), row.getObject("due_on", LocalDate.class),
				row.getString("limit_key"), row.getBoolean("overdue"),
				said == null ? null
						: new WorkItem.Said(said, row.getString("said_by"), JdbcTime.instant(row, "said_at")),
				formId == null ? null : new FormVersion(formId, row.getString("form_digest")),
				this.json.readValue(row.getString("description"), TaskDescription.class),
				WorkItem.State.valueOf(row.getString("state")), row.getString("outcome"),
				row.getObject("done_by", Long.class), row.getInt("version"));
	}

	private static WorkItem.Task task(ResultSet row) throws SQLException {
		return new WorkItem.Task(ReleaseId.of(row.getString("release")), row.getString("definition_id"),
				row.getString("process_key"), row.getString("task_key"), row.getString("task_name"),
				row.getString("stage"));
	}

	private static WorkItem.Subject subject(ResultSet row) throws SQLException {
		return new WorkItem.Subject(row.getString("dossier_id"), row.getString("case_id"), row.getString("batch_id"),
				row.getString("objection_id"), row.getString("title"), row.getString("case_number"),
				row.getObject("park_id", Long.class), row.getString("park_kind"), row.getString("province_code"));
	}

}
