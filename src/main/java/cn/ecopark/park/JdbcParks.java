package cn.ecopark.park;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.Amount;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ListOrder;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.StaleRecord;

/** Rows of the register. */
@Repository
class JdbcParks {

	private static final String SELECT = """
			SELECT id, name, kind, level, province_code, city_code, park.life_status, standard, named_on, title_name, recheck_due_on, unit_id, version,
			       decision.park_id IS NOT NULL AS decided, decision.decided_under, decision.decided_on
			  FROM park LEFT JOIN LATERAL (
			       SELECT park_id, decided_under, decided_on FROM park_event
			        WHERE park_id = park.id AND life_status = park.life_status AND recheck_release IS NULL AND plan_case IS NULL AND put_aside_at IS NULL
			        ORDER BY coalesce(place, park_event.id) DESC LIMIT 1) AS decision ON TRUE
			""";

	private static final String BY_ID = SELECT + "WHERE id = :id";

	private static final String BY_ID_LOCKED = BY_ID + " FOR NO KEY UPDATE OF park";

	private static final String BY_UNIT = SELECT + "WHERE unit_id = :unitId";

	private static final String SCOPE = """
			 AND (:provinceCode::text IS NULL OR province_code = :provinceCode)
			 AND (:cityCode::text IS NULL OR city_code = :cityCode)
			 AND (:unitId::text IS NULL OR unit_id = :unitId)
			""";

	private static final String FILTER = """
			 AND (:wantedProvince::text IS NULL OR province_code = :wantedProvince)
			 AND (:kind::text IS NULL OR kind = :kind)
			 AND (:lifeStatus::text IS NULL OR park.life_status = :lifeStatus)
			""" + SCOPE;

	private static final String FOUND = "SELECT count(*) FROM (SELECT 1 FROM park WHERE %s LIMIT :most) AS found";

	private static final String COUNT = """
			SELECT life_status, count(*) AS number FROM park WHERE TRUE
			""" + SCOPE + "GROUP BY life_status";

	private static final String NEXT_ID = "SELECT nextval(pg_get_serial_sequence('park', 'id'))";

	private static final String INSERT = """
			INSERT INTO park (id, unit_id, name, kind, level, province_code, city_code, life_status) OVERRIDING SYSTEM VALUE
			VALUES (:id, :unitId, :name, :kind, :level, :provinceCode, :cityCode, :lifeStatus)""";

	private static final String UPDATE = """
			UPDATE park SET city_code = :cityCode, life_status = :lifeStatus, standard = :standard, named_on = :namedOn, title_name = :titleName,
			       recheck_due_on = :recheckDueOn, version = version + 1
			 WHERE id = :id AND version = :version""";

	private static final String INSERT_EVENT = """
			INSERT INTO park_event (park_id, life_status, decided_on, document_number, standard, title_name, paper_past, decided_under, note, source,
			                        recheck_pack, recheck_release, recheck_grade, recheck_result, recheck_passed, recheck_due_on, reapply_from,
			                        plan_case, due_after, place)
			VALUES (:parkId, :lifeStatus, :decidedOn, :documentNumber, :standard, :titleName, :paperPast, :decidedUnder, :note, :source,
			        :recheckPack, :recheckRelease, :recheckGrade, :recheckResult, :recheckPassed, :recheckDueOn, :reapplyFrom,
			        :planCase, :dueAfter, (SELECT coalesce(place, id) FROM park_event WHERE id = :inPlaceOf))
			RETURNING id""";

	private static final String PUT_ASIDE = """
			UPDATE park_event SET put_aside_at = :at, put_aside_why = :reason, replaced_by = :replacedBy
			 WHERE id = :id AND put_aside_at IS NULL""";

	private static final String RECORD = """
			SELECT id, life_status, decided_on, document_number, standard, title_name, paper_past, decided_under, note, source,
			       recheck_release, recheck_grade, recheck_result, recheck_passed, recheck_due_on, reapply_from,
			       plan_case, due_after, put_aside_why, replaced_by
			  FROM park_event WHERE park_id = :parkId ORDER BY coalesce(place, id), id""";

	private final JdbcClient jdbc;

	JdbcParks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Park> find(long parkId) {
		return this.jdbc.sql(BY_ID).param("id", parkId).query(ParkRow.class).optional().map(ParkRow::toPark);
	}

	/** The row stays locked to the end of the transaction. */
	Optional<Park> lock(long parkId) {
		return this.jdbc.sql(BY_ID_LOCKED).param("id", parkId).query(ParkRow.class).optional().map(ParkRow::toPark);
	}

	Optional<Park> ofUnit(String unitId) {
		return this.jdbc.sql(BY_UNIT).param("unitId", unitId).query(ParkRow.class).optional().map(ParkRow::toPark);
	}

	ListPage<Park, Long> search(ParkSearch search) {
		return ListPage.of(select(search), search.size(), search.cursor(), Park::id);
	}

	private List<Park> select(ParkSearch search) {
		ListOrder order = ParkOrder.of(search.sort());
		return narrowed(SELECT + "WHERE " + search.words().in("park.name") + FILTER + " AND "
				+ order.beyond(search.cursor()) + " ORDER BY " + order.towards(search.cursor()) + " LIMIT :limit",
				search)
			.param("key", search.cursor().key())
			.param("limit", search.size() + 1)
			.query(ParkRow.class)
			.list()
			.stream()
			.map(ParkRow::toPark)
			.toList();
	}

	Amount count(ParkSearch search) {
		return Amount.of(narrowed(FOUND.formatted(search.words().in("park.name") + FILTER), search)
			.param("most", Amount.ONE_BEYOND)
			.query(Integer.class)
			.single());
	}

	private JdbcClient.StatementSpec narrowed(String sql, ParkSearch search) {
		return this.jdbc.sql(sql)
			.param("words", search.words().text())
			.param("wantedProvince", search.provinceCode())
			.params(within(search.scope()))
			.param("kind", name(search.kind()))
			.param("lifeStatus", name(search.lifeStatus()));
	}

	Map<LifeStatus, Long> count(ParkScope scope) {
		Map<LifeStatus, Long> numbers = new EnumMap<>(LifeStatus.class);
		this.jdbc.sql(COUNT)
			.params(within(scope))
			.query(StatusCount.class)
			.list()
			.forEach((count) -> numbers.put(count.lifeStatus, count.number));
		return numbers;
	}

	private static Map<String, @Nullable Object> within(ParkScope scope) {
		Map<String, @Nullable Object> within = new HashMap<>();
		within.put("provinceCode", scope.provinceCode());
		within.put("cityCode", scope.cityCode());
		within.put("unitId", scope.unitId());
		return within;
	}

	long nextId() {
		return this.jdbc.sql(NEXT_ID).query(Long.class).single();
	}

	void insert(Park park) {
		this.jdbc.sql(INSERT)
			.param("id", park.id())
			.param("unitId", park.unitId())
			.param("name", park.name())
			.param("kind", park.kind().name())
			.param("level", park.level())
			.param("provinceCode", park.provinceCode())
			.param("cityCode", park.cityCode())
			.param("lifeStatus", park.lifeStatus().name())
			.update();
	}

	/**
	 * @throws StalePark if somebody else changed it since it was read
	 */
	void update(Park park) {
		int updated = this.jdbc.sql(UPDATE)
			.param("id", park.id())
			.param("version", park.version())
			.param("cityCode", park.cityCode())
			.param("lifeStatus", park.lifeStatus().name())
			.param("standard", park.standard())
			.param("namedOn", text(park.namedOn()))
			.param("titleName", park.titleName())
			.param("recheckDueOn", park.recheckDueOn())
			.update();
		if (updated == 0) {
			throw new StalePark(park);
		}
	}

	/**
	 * @throws org.springframework.dao.DuplicateKeyException if another bears the name
	 */
	void rename(Park park, String name) {
		this.jdbc.sql("UPDATE park SET name = :name, version = version + 1 WHERE id = :id")
			.param("id", park.id())
			.param("name", name)
			.update();
	}

	void become(Park park, ParkKind kind) {
		this.jdbc.sql("UPDATE park SET kind = :kind, version = version + 1 WHERE id = :id")
			.param("id", park.id())
			.param("kind", kind.name())
			.update();
	}

	/**
	 * @param dueAfter when the next recheck falls due by it; null where none does
	 * @param inPlaceOf the entry in whose place it stands; null at the end
	 * @return number of the entry
	 */
	long insert(long parkId, ParkEvent event, @Nullable LocalDate dueAfter, @Nullable Long inPlaceOf) {
		RecheckResult recheck = event.recheck();
		return this.jdbc.sql(INSERT_EVENT)
			.param("parkId", parkId)
			.param("lifeStatus", event.lifeStatus().name())
			.param("decidedOn", text(event.decidedOn()))
			.param("documentNumber", event.documentNumber())
			.param("standard", event.standard())
			.param("titleName", event.titleName())
			.param("paperPast", event.paperPast())
			.param("decidedUnder", event.decidedUnder() != null ? event.decidedUnder().toString() : null)
			.param("note", event.note())
			.param("source", event.source())
			.param("recheckPack", recheck != null ? recheck.release().pack() : null)
			.param("recheckRelease", recheck != null ? recheck.release().toString() : null)
			.param("recheckGrade", recheck != null ? recheck.grade() : null)
			.param("recheckResult", recheck != null ? recheck.result() : null)
			.param("recheckPassed", recheck != null ? recheck.passed() : null)
			.param("recheckDueOn", recheck != null ? recheck.nextDueOn() : null)
			.param("reapplyFrom", event.reapplyFrom())
			.param("planCase", event.planCase())
			.param("dueAfter", dueAfter)
			.param("inPlaceOf", inPlaceOf)
			.query(Long.class)
			.single();
	}

	/**
	 * @param replacedBy the entry that takes its place; null where it is undone
	 * @throws cn.ecopark.shared.StaleRecord when it was put aside before
	 */
	void putAside(long eventId, String reason, @Nullable Long replacedBy, Instant at) {
		StaleRecord.refuseIfNone(this.jdbc.sql(PUT_ASIDE)
			.param("id", eventId)
			.param("at", JdbcTime.of(at))
			.param("reason", reason)
			.param("replacedBy", replacedBy)
			.update());
	}

	/**
	 * Every entry, also those put aside, in the order in which the decisions were made.
	 */
	List<RecordedDecision> record(long parkId) {
		return ReadOnce.list(this, "record", parkId,
				() -> this.jdbc.sql(RECORD)
					.param("parkId", parkId)
					.query(EventRow.class)
					.list()
					.stream()
					.map(EventRow::toDecision)
					.toList());
	}

	private record StatusCount(LifeStatus lifeStatus, long number) {
	}

	private static @Nullable String text(@Nullable KnownDate date) {
		return date != null ? date.text() : null;
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return constant != null ? constant.name() : null;
	}

}
