package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.RareMatters;

/**
 * What tasks were urged for, written once and never changed. Reading checks no rights.
 */
@Component
public class Urgings {

	private static final String ADD = """
			WITH told AS (
			    INSERT INTO urging (work_item_id, dossier_id, act, text, last_day, person_id, at)
			    VALUES (:item, :dossier, :act, :text, :lastDay, :person, :at)
			    RETURNING work_item_id, last_day
			)
			UPDATE work_item AS item
			   SET urged = NOT :begunAnew, last_day = CASE WHEN :begunAnew THEN NULL ELSE coalesce(told.last_day, item.last_day) END
			  FROM told WHERE item.id = told.work_item_id
			""";

	private final JdbcClient jdbc;

	private final RareMatters.Matter urged;

	Urgings(JdbcClient jdbc, RareMatters matters) {
		this.jdbc = jdbc;
		this.urged = matters
			.matter("""
					EXISTS (SELECT 1 FROM urging u JOIN work_item w ON w.id = u.work_item_id WHERE w.dossier_id = :dossier)""");
	}

	/**
	 * What has happened to one task so far.
	 *
	 * @param all in the order in which it happened
	 */
	public record OfTask(List<Urging> all) {

		/** Whoever takes over begins anew. */
		private Stream<Urging> ofTheHolder() {
			int handedOver = 0;
			for (int at = 0; at < this.all.size(); at++) {
				if (this.all.get(at).act() == Urging.Act.HANDED_OVER) {
					handedOver = at + 1;
				}
			}
			return this.all.stream().skip(handedOver);
		}

		/**
		 * @return the days on which its holder was asked to get on
		 */
		public List<LocalDate> urgedOn() {
			return ofTheHolder().filter(urging -> urging.act() == Urging.Act.URGED)
				.map(urging -> LocalDate.ofInstant(urging.at(), CaseTime.ZONE))
				.toList();
		}

		/**
		 * @return the last day that was set to its holder; null without one
		 */
		public @Nullable LocalDate lastDay() {
			return ofTheHolder().map(Urging::lastDay).filter(day -> day != null).reduce(null, (old, set) -> set);
		}

		public boolean isNone() {
			return this.all.isEmpty();
		}

	}

	/** The row of the task tells, too, for what its holder was urged last. */
	void add(WorkItem item, Urging urging) {
		this.jdbc.sql(ADD)
			.param("item", item.id())
			.param("dossier", item.subject().dossierId())
			.param("act", urging.act().name())
			.param("text", urging.text())
			.param("lastDay", urging.lastDay())
			.param("person", urging.personId())
			.param("at", JdbcTime.of(urging.at()))
			.param("begunAnew", urging.act() == Urging.Act.HANDED_OVER)
			.update();
	}

	/** That a body was found not to answer by its last day. */
	public record Silence(String caseId, String stage, String role, Instant at) {
	}

	/**
	 * @return the steps of those cases that went on without an answer
	 */
	public List<Silence> silencesIn(Collection<String> caseIds) {
		return caseIds.isEmpty() ? List.of()
				: this.jdbc.sql("""
						SELECT w.case_id, w.stage, w.role, u.at FROM urging u JOIN work_item w ON w.id = u.work_item_id
						 WHERE u.act = 'SILENCE' AND w.case_id IN (:cases) AND w.dossier_id = w.case_id ORDER BY u.id
						""")
					.param("cases", caseIds)
					.query((row, number) -> new Silence(row.getString("case_id"), row.getString("stage"),
							row.getString("role"), JdbcTime.instant(row, "at")))
					.list();
	}

	/**
	 * @return false where none of the tasks of that case, batch or objection ever was
	 */
	public boolean mayBeIn(String dossierId) {
		return this.urged.mayBeOf(dossierId);
	}

	public OfTask of(long itemId) {
		return ofAll(List.of(itemId)).getOrDefault(itemId, new OfTask(List.of()));
	}

	/**
	 * @return for lists: what happened to those of the tasks to which anything did
	 */
	public Map<Long, OfTask> ofAll(Collection<Long> itemIds) {
		if (itemIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("SELECT * FROM urging WHERE work_item_id IN (:items) ORDER BY id")
			.param("items", itemIds)
			.query((row, number) -> new Urging(row.getLong("work_item_id"), Urging.Act.valueOf(row.getString("act")),
					row.getString("text"), row.getObject("last_day", LocalDate.class), row.getLong("person_id"),
					JdbcTime.instant(row, "at")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Urging::itemId,
					Collectors.collectingAndThen(Collectors.toList(), OfTask::new)));
	}

}
