package cn.ecopark.worklist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.organisation.Actor;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ListPage;

/**
 * What waits for somebody, answered from the read model: numbers, pages by key,
 * neighbours.
 */
@Component
public class Desk {

	/** Working days within which a task counts as due soon, today included. */
	public static final int SOON = 3;

	private static final int PAGE = 20;

	private static final String COUNTS = """
			SELECT (SELECT count(*) FROM (%2$s AND sort_due BETWEEN :today AND :soon LIMIT :most) found) AS soon,
			       (SELECT count(*) FROM (%2$s AND sort_due = :today LIMIT :most) found) AS due_today,
			       (SELECT count(*) FROM (%2$s AND sort_due < :today LIMIT :most) found) AS overdue,
			       first.*
			  FROM (SELECT count(*) AS open,
			               count(*) FILTER (WHERE created_at >= :midnight) AS fresh,
			               min(sort_due) AS earliest,
			               array_agg(DISTINCT stage ORDER BY stage) FILTER (WHERE stage IS NOT NULL) AS stages,
			               array_agg(DISTINCT province_code ORDER BY province_code) FILTER (WHERE province_code IS NOT NULL) AS provinces,
			               array_agg(DISTINCT park_kind ORDER BY park_kind) FILTER (WHERE park_kind IS NOT NULL) AS kinds
			          FROM (%1$s ORDER BY sort_due, id LIMIT :most) listed) first
			""";

	private static final String PLACE = """
			SELECT (SELECT count(*) FROM (%1$s LIMIT :most) found) AS open,
			       (SELECT count(*) FROM (%1$s AND (sort_due, id) < (:due, :id) LIMIT :most) found) AS before,
			       previous.id AS previous, previous.batch AS previous_batch, next.id AS next, next.batch AS next_batch
			  FROM (SELECT 1) AS one
			  LEFT JOIN LATERAL (%2$s AND (sort_due, id) < (:due, :id) ORDER BY sort_due DESC, id DESC LIMIT 1) previous ON TRUE
			  LEFT JOIN LATERAL (%2$s AND (sort_due, id) > (:due, :id) ORDER BY sort_due, id LIMIT 1) next ON TRUE
			""";

	private final JdbcClient jdbc;

	private final WorkItemMapper mapper;

	private final CaseTime time;

	private final WorkingDays workingDays;

	Desk(JdbcClient jdbc, JsonMapper json, CaseTime time, WorkingDays workingDays) {
		this.jdbc = jdbc;
		this.mapper = new WorkItemMapper(json);
		this.time = time;
		this.workingDays = workingDays;
	}

	/**
	 * Numbers over everything that waits.
	 *
	 * @param fresh among those that are due first
	 * @param earliest the first due day of all
	 */
	public record Counts(Amount open, int fresh, Amount soon, Amount dueToday, Amount overdue,
			@Nullable LocalDate earliest) {
	}

	/**
	 * What waits: numbers, and what occurs in it as far as it was counted.
	 */
	public record Overview(Counts counts, List<String> stages, List<String> provinces, List<String> kinds) {
	}

	/**
	 * Where a task stands on the desk.
	 *
	 * @param before how many stand before it
	 * @param open how many there are
	 * @param previous task before it
	 * @param next task after it
	 */
	public record Place(Amount before, Amount open, @Nullable Neighbour previous, @Nullable Neighbour next) {
	}

	/**
	 * A task beside another.
	 *
	 * @param batch kind of the batch in which it is done; null of one that is done alone
	 */
	public record Neighbour(long id, @Nullable String batch) {

		private static @Nullable Neighbour of(ResultSet row, String which) throws SQLException {
			Long id = row.getObject(which, Long.class);
			return id == null ? null : new Neighbour(id, row.getString(which + "_batch"));
		}

	}

	/**
	 * What a list is narrowed to; empty texts narrow nothing.
	 *
	 * @param show {@code all}, {@code soon}, {@code overdue} or {@code mine}
	 */
	public record Filter(String show, String stage, String province, String kind) {
	}

	/** Where a page begins or ends. */
	public record Key(LocalDate due, long id) {

		/**
		 * @return the key as it stands in an address
		 */
		public String text() {
			return this.due + "_" + this.id;
		}

		/**
		 * @return the key; nothing when the text is none
		 */
		public static Optional<Key> parse(String text) {
			if (!text.matches("\\d{4}-\\d{2}-\\d{2}_\\d{1,18}")) {
				return Optional.empty();
			}
			int split = text.indexOf('_');
			try {
				return Optional
					.of(new Key(LocalDate.parse(text.substring(0, split)), Long.parseLong(text.substring(split + 1))));
			}
			catch (DateTimeParseException noDay) {
				return Optional.empty();
			}
		}

		static Key of(WorkItem item) {
			return new Key(item.dueOn() == null ? WorkItems.NO_LIMIT : item.dueOn(), item.id());
		}

	}

	public Overview overview(Actor actor) {
		LocalDate today = this.time.today();
		return this.jdbc
			.sql(COUNTS.formatted(open("created_at, sort_due, id, stage, province_code, park_kind", actor),
					open("1", actor)))
			.param("unit", actor.unitId())
			.param("person", actor.personId())
			.param("today", today)
			.param("midnight", JdbcTime.of(today.atStartOfDay(CaseTime.ZONE).toInstant()))
			.param("soon", this.workingDays.plus(today, SOON))
			.param("most", Amount.ONE_BEYOND)
			.query((row, number) -> new Overview(
					new Counts(Amount.of(row.getInt("open")), row.getInt("fresh"), Amount.of(row.getInt("soon")),
							Amount.of(row.getInt("due_today")), Amount.of(row.getInt("overdue")),
							row.getObject("earliest", LocalDate.class)),
					texts(row.getArray("stages")), texts(row.getArray("provinces")), texts(row.getArray("kinds"))))
			.single();
	}

	private static List<String> texts(@Nullable Array values) throws SQLException {
		return values == null ? List.of() : List.of((String[]) values.getArray());
	}

	public ListPage<WorkItem, Key> page(Actor actor, Filter filter, Cursor<Key> cursor) {
		return ListPage.of(read(actor, filter, cursor, PAGE + 1), PAGE, cursor, Key::of);
	}

	public Place place(Actor actor, WorkItem item) {
		Key key = Key.of(item);
		return this.jdbc.sql(PLACE.formatted(open("1", actor), open("id, description ->> 'batch' AS batch", actor)))
			.param("unit", actor.unitId())
			.param("person", actor.personId())
			.param("due", key.due())
			.param("id", key.id())
			.param("most", Amount.ONE_BEYOND)
			.query((row, number) -> new Place(Amount.of(row.getInt("before")), Amount.of(row.getInt("open")),
					Neighbour.of(row, "previous"), Neighbour.of(row, "next")))
			.single();
	}

	private List<WorkItem> read(Actor actor, Filter filter, Cursor<Key> cursor, int most) {
		Key key = cursor.key();
		boolean backwards = cursor.backwards();
		LocalDate today = this.time.today();
		StringBuilder sql = new StringBuilder(open("*", actor));
		sql.append(switch (filter.show()) {
			case "soon" -> " AND sort_due BETWEEN :today AND :soon";
			case "overdue" -> " AND sort_due < :today";
			case "mine" -> " AND claimed_by = :person";
			default -> "";
		});
		sql.append(filter.stage().isEmpty() ? "" : " AND stage = :stage");
		sql.append(filter.province().isEmpty() ? "" : " AND province_code = :province");
		sql.append(filter.kind().isEmpty() ? "" : " AND park_kind = :kind");
		if (key != null) {
			sql.append(backwards ? " AND (sort_due, id) < (:due, :id)" : " AND (sort_due, id) > (:due, :id)");
		}
		sql.append(backwards ? " ORDER BY sort_due DESC, id DESC" : " ORDER BY sort_due, id")
			.append(" LIMIT ")
			.append(most);
		return this.jdbc.sql(sql.toString())
			.param("unit", actor.unitId())
			.param("person", actor.personId())
			.param("today", today)
			.param("soon", this.workingDays.plus(today, SOON))
			.param("stage", filter.stage())
			.param("province", filter.province())
			.param("kind", filter.kind())
			.param("due", key == null ? today : key.due())
			.param("id", key == null ? 0 : key.id())
			.query(this.mapper)
			.list();
	}

	private static String open(String columns, Actor actor) {
		return "SELECT " + columns + " FROM work_item WHERE state = 'OPEN' AND " + holder(actor);
	}

	/** Experts have tasks of their own; everybody else sees those of the unit. */
	private static String holder(Actor actor) {
		return actor.isExpert() ? "person_id = :person" : "unit_id = :unit";
	}

}
