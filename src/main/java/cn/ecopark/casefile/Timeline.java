package cn.ecopark.casefile;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Audience;
import cn.ecopark.shared.JdbcTime;

/** What happened in a case, told in words. */
@Component
public class Timeline {

	private static final String INSERT = """
			INSERT INTO timeline_entry (case_id, at, message, arguments, remark, person_name, unit_name, audience)
			VALUES (:case, :at, :message, CAST(:arguments AS jsonb), :remark, :person, :unit, :audience)
			""";

	private static final String OF_CASE = """
			SELECT * FROM timeline_entry WHERE case_id = :case AND audience IN (:audiences) ORDER BY id DESC
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final CaseTime time;

	Timeline(JdbcClient jdbc, JsonMapper json, CaseTime time) {
		this.jdbc = jdbc;
		this.json = json;
		this.time = time;
	}

	/**
	 * One line of the timeline.
	 *
	 * @param message key of its sentence
	 * @param arguments what the sentence names; codes are translated by the page
	 * @param remark what the person wrote
	 */
	public record Entry(Instant at, String message, List<String> arguments, String remark, @Nullable String personName,
			@Nullable String unitName) {
	}

	/** Writes a line that nobody in particular has caused. */
	public void happened(String caseId, Audience audience, String message, Object... arguments) {
		write(caseId, audience, message, "", null, null, arguments);
	}

	/** Writes a line somebody has caused. */
	public void wrote(String caseId, Audience audience, String message, String remark, @Nullable String personName,
			@Nullable String unitName, Object... arguments) {
		write(caseId, audience, message, remark, personName, unitName, arguments);
	}

	/**
	 * @return the lines a reader of these audiences sees, newest first
	 */
	public List<Entry> of(String caseId, List<Audience> audiences) {
		return this.jdbc.sql(OF_CASE)
			.param("case", caseId)
			.param("audiences", audiences.stream().map(Enum::name).toList())
			.query((row, number) -> new Entry(JdbcTime.instant(row, "at"), row.getString("message"),
					List.of(this.json.readValue(row.getString("arguments"), String[].class)), row.getString("remark"),
					row.getString("person_name"), row.getString("unit_name")))
			.list();
	}

	private void write(String caseId, Audience audience, String message, String remark, @Nullable String personName,
			@Nullable String unitName, Object... arguments) {
		this.jdbc.sql(INSERT)
			.param("case", caseId)
			.param("at", JdbcTime.of(this.time.now()))
			.param("message", message)
			.param("arguments", this.json.writeValueAsString(arguments))
			.param("remark", remark)
			.param("person", personName)
			.param("unit", unitName)
			.param("audience", audience.name())
			.update();
	}

}
