package cn.ecopark.park;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ReadOnce;

/** Which parks have become part of others. */
@Repository
public class ParkMergers {

	private static final String COLUMNS = """
			SELECT park_id, into_id, act, on_day, title, reference, reason FROM park_merger
			""";

	private static final String OF = COLUMNS + "WHERE park_id IN (:parks) ORDER BY id";

	private static final String INTO = COLUMNS
			+ "WHERE park_id IN (SELECT park_id FROM park_merger WHERE into_id = :into) ORDER BY id";

	private static final String ADD = """
			INSERT INTO park_merger (park_id, into_id, act, on_day, title, reference, reason, person_id, at)
			VALUES (:park, :into, :act, :on, :title, :reference, :reason, :person, :at)
			""";

	private final JdbcClient jdbc;

	ParkMergers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was entered. */
	enum Act {

		MERGED, TITLE_DECIDED, TAKEN_BACK

	}

	private record Row(long parkId, long intoId, Act act, LocalDate onDay, String title, String reference,
			String reason) {
	}

	/** By what the park has become part of another; empty of one that goes on. */
	public Optional<ParkMerger> of(long parkId) {
		return Optional.ofNullable(of(List.of(parkId)).get(parkId));
	}

	/** The same of several, by their ids. */
	public Map<Long, ParkMerger> of(Collection<Long> parkIds) {
		return parkIds.isEmpty() ? Map.of() : ReadOnce.of(this, "of", List.of(Set.copyOf(parkIds)),
				() -> holding(this.jdbc.sql(OF).param("parks", parkIds).query(Row.class).list()));
	}

	/** The parks that have become part of that one, the earliest first. */
	public List<ParkMerger> into(long parkId) {
		return ReadOnce.list(this, "into", parkId,
				() -> holding(this.jdbc.sql(INTO).param("into", parkId).query(Row.class).list()).values()
					.stream()
					.filter((merger) -> merger.into() == parkId)
					.toList());
	}

	private static Map<Long, ParkMerger> holding(List<Row> rows) {
		Map<Long, ParkMerger> mergers = new LinkedHashMap<>();
		for (Row row : rows) {
			switch (row.act) {
				case MERGED -> mergers.put(row.parkId,
						new ParkMerger(row.parkId, row.intoId, row.onDay, row.reference, row.reason, null));
				case TITLE_DECIDED -> mergers.computeIfPresent(row.parkId,
						(id, merger) -> new ParkMerger(id, merger.into(), merger.on(), merger.reference(),
								merger.reason(), new ParkMerger.TitleDecided(row.title, row.reference)));
				case TAKEN_BACK -> mergers.remove(row.parkId);
			}
		}
		return mergers;
	}

	/** Enters what happens to a merger. */
	void add(Act act, ParkMerger merger, long personId, Instant at) {
		ParkMerger.TitleDecided title = merger.title();
		this.jdbc.sql(ADD)
			.param("park", merger.parkId())
			.param("into", merger.into())
			.param("act", act.name())
			.param("on", merger.on())
			.param("title", title == null ? "" : title.words())
			.param("reference", title == null ? merger.reference() : title.reference())
			.param("reason", merger.reason())
			.param("person", personId)
			.param("at", JdbcTime.of(at))
			.update();
	}

}
