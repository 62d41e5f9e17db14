package cn.ecopark.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseRefusals.CaseStandsStill;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Words;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.ReadOnce;

/** Which cases stand still, and for how long they did. Reading here checks no rights. */
@Component
public class Suspensions {

	private static final String INSERT = """
			INSERT INTO case_suspension (case_id, ground, ground_zh, ground_en, reason, document, suspended_at, suspended_by)
			VALUES (:case, :ground, :zh, :en, :reason, :document, :at, :by) RETURNING id
			""";

	private static final String END = """
			UPDATE case_suspension SET taken_up_at = :at, taken_up_by = :by, taken_up_why = :why
			 WHERE case_id = :case AND taken_up_at IS NULL
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter standsStill;

	private final WorkingDays workingDays;

	private final CaseTime time;

	Suspensions(JdbcClient jdbc, RareMatters matters, WorkingDays workingDays, CaseTime time) {
		this.jdbc = jdbc;
		this.standsStill = matters
			.matter("EXISTS (SELECT 1 FROM case_suspension WHERE case_id = :dossier AND taken_up_at IS NULL)");
		this.workingDays = workingDays;
		this.time = time;
	}

	/**
	 * @return why the case stands still now; empty where it does not
	 */
	public Optional<Suspension> now(String caseId) {
		if (!this.standsStill.mayBeOf(caseId)) {
			return Optional.empty();
		}
		return ReadOnce.of(this, "now", List.of(caseId),
				() -> this.jdbc.sql("SELECT * FROM case_suspension WHERE case_id = :case AND taken_up_at IS NULL")
					.param("case", caseId)
					.query(Suspensions::map)
					.optional());
	}

	/**
	 * @return the day since which it stands still; null where it does not
	 */
	@Nullable LocalDate since(String caseId) {
		return now(caseId).map(Suspension::since).orElse(null);
	}

	/**
	 * @return those of the cases that stand still
	 */
	public Set<String> among(Collection<String> caseIds) {
		if (caseIds.size() == 1 && ReadOnce.isReading()) {
			return now(caseIds.iterator().next()).map(Suspension::caseId).map(Set::of).orElse(Set.of());
		}
		return caseIds.isEmpty() ? Set.of()
				: Set.copyOf(this.jdbc
					.sql("SELECT case_id FROM case_suspension WHERE case_id IN (:cases) AND taken_up_at IS NULL")
					.param("cases", caseIds)
					.query(String.class)
					.list());
	}

	/**
	 * @param unitId the administration of a park
	 * @return its cases that stand still, the longest standing first
	 */
	public List<String> ofParkOf(String unitId) {
		return this.jdbc.sql("""
				SELECT s.case_id FROM case_suspension s JOIN eco_case c ON c.id = s.case_id
				 WHERE c.park_unit_id = :unit AND s.taken_up_at IS NULL ORDER BY s.id
				""").param("unit", unitId).query(String.class).list();
	}

	/**
	 * @param caseId null where something is about no single case
	 * @throws CaseStandsStill when it does
	 */
	public void requireRunning(@Nullable String caseId) {
		if (caseId != null) {
			now(caseId).ifPresent(suspension -> {
				throw new CaseStandsStill(suspension);
			});
		}
	}

	/**
	 * @return working days after the first of two days up to and with the second for
	 * which the case stood still; the time in which it still does is not over and not
	 * among them
	 */
	public int daysBetween(String caseId, LocalDate from, LocalDate to) {
		return this.jdbc.sql("SELECT * FROM case_suspension WHERE case_id = :case ORDER BY id")
			.param("case", caseId)
			.query(Suspensions::map)
			.list()
			.stream()
			.mapToInt(one -> overlap(one, from, to))
			.sum();
	}

	private int overlap(Suspension one, LocalDate from, LocalDate to) {
		Instant until = one.to();
		if (until == null) {
			return 0;
		}
		LocalDate end = LocalDate.ofInstant(until, CaseTime.ZONE);
		LocalDate first = one.since().isBefore(from) ? from : one.since();
		LocalDate last = end.isAfter(to) ? to : end;
		return first.isBefore(last) ? this.workingDays.between(first, last) : 0;
	}

	Suspension begin(String caseId, SuspensionGround ground, Reason reason, String document, Actor actor) {
		this.jdbc.sql(INSERT)
			.param("case", caseId)
			.param("ground", ground.code())
			.param("zh", ground.name().zh())
			.param("en", ground.name().en())
			.param("reason", reason.text())
			.param("document", document)
			.param("at", JdbcTime.of(this.time.now()))
			.param("by", actor.personId())
			.query(Long.class)
			.single();
		return now(caseId).orElseThrow();
	}

	/**
	 * @param by null where the case was closed
	 */
	void end(String caseId, String why, @Nullable Long by) {
		this.jdbc.sql(END)
			.param("case", caseId)
			.param("at", JdbcTime.of(this.time.now()))
			.param("by", by)
			.param("why", why)
			.update();
	}

	private static Suspension map(ResultSet row, int number) throws SQLException {
		return new Suspension(row.getLong("id"), row.getString("case_id"),
				new Words(row.getString("ground_zh"), row.getString("ground_en")), row.getString("reason"),
				row.getString("document"), JdbcTime.instant(row, "suspended_at"),
				JdbcTime.nullable(row, "taken_up_at"));
	}

}
