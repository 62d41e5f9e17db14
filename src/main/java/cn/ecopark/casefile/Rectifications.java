package cn.ecopark.casefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;

/** 限期整改: who ordered a park to mend what, and within what time. */
@Component
public class Rectifications {

	private static final String ORDERING_OPINION = """
			SELECT o.role, o.unit_id, o.form_data ->> 'rectificationDays' AS days
			  FROM standing_opinion o
			 WHERE o.id = (SELECT max(opinion_id) FROM correction_point WHERE case_id = :case AND state <> 'TAKEN_BACK')
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter ordered;

	private final CaseTime time;

	Rectifications(JdbcClient jdbc, RareMatters matters, CaseTime time) {
		this.jdbc = jdbc;
		this.ordered = matters.matter("EXISTS (SELECT 1 FROM rectification WHERE case_id = :dossier)");
		this.time = time;
	}

	/**
	 * One order.
	 *
	 * @param orderer the unit that will look at the result
	 * @param days working days the park has; {@code null} where the limit of the pack
	 * holds
	 */
	public record Rectification(String orderer, @Nullable Integer days) {
	}

	private record Ordering(String role, String unitId, String days) {
	}

	/**
	 * Keeps the order that the newest points of the case belong to. Points raised by an
	 * expert are looked at by the Office.
	 * @param pack whose limit applies when whoever ordered it named no time
	 */
	public Rectification order(String caseId, RulePack pack) {
		Optional<Ordering> found = this.jdbc.sql(ORDERING_OPINION)
			.param("case", caseId)
			.query((row, number) -> new Ordering(row.getString("role"), row.getString("unit_id"),
					Optional.ofNullable(row.getString("days")).orElse("")))
			.optional();
		String orderer = found.filter(ordering -> pack.role(ordering.role()).ordersRectification())
			.map(Ordering::unitId)
			.orElse(Units.OFFICE);
		Integer days = found.map(Ordering::days).flatMap(Rectifications::days).orElse(null);
		this.jdbc.sql("""
				INSERT INTO rectification (case_id, orderer, days, ordered_at) VALUES (:case, :orderer, :days, :at)
				""")
			.param("case", caseId)
			.param("orderer", orderer)
			.param("days", days)
			.param("at", JdbcTime.of(this.time.now()))
			.update();
		return new Rectification(orderer, days);
	}

	/**
	 * @return working days that whoever raised the newest points gave the park for them;
	 * empty when he named none
	 */
	public Optional<Integer> daysNamed(String caseId) {
		return this.jdbc.sql(ORDERING_OPINION)
			.param("case", caseId)
			.query((row, number) -> Optional.ofNullable(row.getString("days")).orElse(""))
			.optional()
			.flatMap(Rectifications::days);
	}

	/**
	 * @return the order that is under way, or was last
	 */
	public Optional<Rectification> latest(String caseId) {
		if (!this.ordered.mayBeOf(caseId)) {
			return Optional.empty();
		}
		return this.jdbc.sql("SELECT orderer, days FROM rectification WHERE case_id = :case ORDER BY id DESC LIMIT 1")
			.param("case", caseId)
			.query((row, number) -> new Rectification(row.getString("orderer"), row.getObject("days", Integer.class)))
			.optional();
	}

	/**
	 * @return working days of the order that is under way; empty where the limit of the
	 * pack holds
	 */
	public Optional<Integer> daysOrdered(String caseId) {
		return latest(caseId).map(Rectification::days);
	}

	/**
	 * A time that was named is never replaced by another: of a part of a day, which forms
	 * once took, the whole day counts.
	 */
	private static Optional<Integer> days(String text) {
		return Optional.of(text)
			.filter(typed -> typed.matches("\\d{1,4}(\\.\\d+)?"))
			.map(typed -> new BigDecimal(typed).setScale(0, RoundingMode.CEILING).intValueExact())
			.filter(days -> days > 0);
	}

}
