package cn.ecopark.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.notice.NoticeRefusals.NoticeNotFound;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.StaleRecord;

/** All public notices, the drafts too. */
@Component
public class PublicNotices {

	private static final String DRAFT = """
			INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state)
			VALUES (:batch, :title, :intro, CAST(:contacts AS jsonb), :day, :closesOn, 'DRAFT')
			ON CONFLICT (batch_id) DO UPDATE
			   SET title = excluded.title, intro = excluded.intro, contacts = excluded.contacts,
			       publication_day = excluded.publication_day, closes_on = excluded.closes_on,
			       version = public_notice.version + 1
			 WHERE public_notice.state = 'DRAFT'
			""";

	private static final String PUBLISH = """
			UPDATE public_notice
			   SET state = 'PUBLISHED', title = :title, intro = :intro, publication_day = :day, closes_on = :closesOn, published_at = :at,
			       version = version + 1
			 WHERE batch_id = :batch AND state = 'DRAFT'
			""";

	private static final String CLOSE = """
			UPDATE public_notice SET state = 'CLOSED', closed_at = :at, version = version + 1
			 WHERE batch_id = :batch AND state = 'PUBLISHED'
			""";

	private static final String PUBLISHED = """
			SELECT * FROM public_notice
			 WHERE state <> 'DRAFT' AND (%3$s OR batch_id IN (
			         SELECT i.batch_id FROM batch_item i JOIN eco_case c ON c.id = i.case_id WHERE %4$s))
			   AND (CAST(:day AS date) IS NULL OR (publication_day, batch_id) %1$s (:day, :id))
			 ORDER BY publication_day %2$s, batch_id %2$s LIMIT :most
			""";

	private static final String ENDED = """
			SELECT i.case_id, max(n.closes_on) AS last_day
			  FROM public_notice n JOIN batch b ON b.id = n.batch_id JOIN batch_item i ON i.batch_id = n.batch_id
			 WHERE b.kind = :process AND n.state = 'CLOSED' AND i.state = 'DONE' AND i.case_id IN (:cases)
			 GROUP BY i.case_id
			""";

	private static final TypeReference<LinkedHashMap<String, String>> CONTACTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PublicNotices(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	public Optional<PublicNotice> find(String batchId) {
		return this.jdbc.sql("SELECT * FROM public_notice WHERE batch_id = :batch")
			.param("batch", batchId)
			.query(this::map)
			.optional();
	}

	/**
	 * @return the newest notice that listed the park of the case
	 */
	public Optional<PublicNotice> ofCase(String caseId) {
		return this.jdbc.sql("""
				SELECT n.* FROM public_notice n JOIN batch_item i ON i.batch_id = n.batch_id
				 WHERE i.case_id = :case AND n.state <> 'DRAFT' ORDER BY n.publication_day DESC LIMIT 1
				""").param("case", caseId).query(this::map).optional();
	}

	/**
	 * @return batches of the notices whose period is not over, those to come included
	 */
	List<String> notClosed() {
		return this.jdbc.sql("SELECT batch_id FROM public_notice WHERE state <> 'CLOSED' ORDER BY batch_id")
			.query(String.class)
			.list();
	}

	/**
	 * @return the notice
	 * @throws NoticeNotFound when there is none
	 */
	public PublicNotice get(String batchId) {
		return find(batchId).orElseThrow(NoticeNotFound::new);
	}

	/**
	 * @return the notice as the public may see it
	 * @throws NoticeNotFound when there is none, or it is not published
	 */
	public PublicNotice published(String batchId) {
		return find(batchId).filter(PublicNotice::isPublic).orElseThrow(NoticeNotFound::new);
	}

	/**
	 * @param text part of the title or of the name of a park
	 * @return those the public may see, newest first
	 */
	public ListPage<PublicNotice, DayKey> published(SearchWords text, Cursor<DayKey> cursor, int size) {
		DayKey key = cursor.key();
		boolean back = cursor.backwards();
		String sql = PUBLISHED.formatted(back ? ">" : "<", back ? "ASC" : "DESC", text.in("title"),
				text.in("c.park_name"));
		return ListPage.of(this.jdbc.sql(sql)
			.param("words", text.text())
			.param("day", key == null ? null : key.day())
			.param("id", key == null ? "" : key.id())
			.param("most", size + 1)
			.query(this::map)
			.list(), size, cursor, DayKey::of);
	}

	/** A place in the list of notices: by day of publication, then by batch. */
	public record DayKey(LocalDate day, String id) {

		private static final String TEXT = "\\d{4}-\\d{2}-\\d{2}_[\\w-]{1,64}";

		/**
		 * @return the key as it stands in an address
		 */
		public String text() {
			return this.day + "_" + this.id;
		}

		/**
		 * @return the key; nothing when the text is none
		 */
		public static Optional<DayKey> parse(String text) {
			if (!text.matches(TEXT)) {
				return Optional.empty();
			}
			int split = text.indexOf('_');
			try {
				return Optional.of(new DayKey(LocalDate.parse(text.substring(0, split)), text.substring(split + 1)));
			}
			catch (DateTimeException noDay) {
				return Optional.empty();
			}
		}

		private static DayKey of(PublicNotice notice) {
			return new DayKey(notice.publicationDay(), notice.batchId());
		}

	}

	/**
	 * @return the notice, locked until the transaction ends
	 */
	PublicNotice lock(String batchId) {
		return this.jdbc.sql("SELECT * FROM public_notice WHERE batch_id = :batch FOR NO KEY UPDATE")
			.param("batch", batchId)
			.query(this::map)
			.optional()
			.orElseThrow(NoticeNotFound::new);
	}

	/**
	 * @throws StaleRecord when the notice is before the public already
	 */
	void draft(PublicNotice notice) {
		StaleRecord.refuseIfNone(this.jdbc.sql(DRAFT)
			.param("batch", notice.batchId())
			.param("title", notice.title())
			.param("intro", notice.intro())
			.param("contacts", this.json.writeValueAsString(List.copyOf(notice.contacts().entrySet())))
			.param("day", notice.publicationDay())
			.param("closesOn", notice.closesOn())
			.update());
	}

	/**
	 * @throws StaleRecord when the notice is no draft any more
	 */
	void publish(PublicNotice notice, LocalDate day, LocalDate closesOn, Instant at) {
		StaleRecord.refuseIfNone(this.jdbc.sql(PUBLISH)
			.param("batch", notice.batchId())
			.param("title", notice.title())
			.param("intro", notice.intro())
			.param("day", day)
			.param("closesOn", closesOn)
			.param("at", JdbcTime.of(at))
			.update());
	}

	/** The period of a notice that is before the public ends later. */
	void extend(String batchId, LocalDate closesOn) {
		this.jdbc.sql("""
				UPDATE public_notice SET closes_on = :closesOn, version = version + 1
				 WHERE batch_id = :batch AND state = 'PUBLISHED'
				""").param("batch", batchId).param("closesOn", closesOn).update();
	}

	/**
	 * @return whether it was before the public until now
	 */
	boolean close(String batchId, Instant at) {
		return this.jdbc.sql(CLOSE).param("batch", batchId).param("at", JdbcTime.of(at)).update() == 1;
	}

	/**
	 * @param process of the notices
	 * @return by case, the last day of the newest notice that has ended for it; cases
	 * without one are left out
	 */
	Map<String, LocalDate> ended(String process, Collection<String> caseIds) {
		Map<String, LocalDate> ended = new HashMap<>();
		if (!caseIds.isEmpty()) {
			this.jdbc.sql(ENDED).param("process", process).param("cases", caseIds).query(row -> {
				ended.put(row.getString("case_id"), row.getObject("last_day", LocalDate.class));
			});
		}
		return ended;
	}

	private PublicNotice map(ResultSet row, int number) throws SQLException {
		return new PublicNotice(row.getString("batch_id"), row.getString("title"), row.getString("intro"),
				contacts(row.getString("contacts")), row.getObject("publication_day", LocalDate.class),
				row.getObject("closes_on", LocalDate.class), PublicNotice.State.valueOf(row.getString("state")),
				JdbcTime.nullable(row, "published_at"), JdbcTime.nullable(row, "closed_at"));
	}

	/** A list of one-entry objects: JSONB keeps no order of keys. */
	private Map<String, String> contacts(String stored) {
		Map<String, String> contacts = new LinkedHashMap<>();
		for (Object entry : this.json.readValue(stored, Object[].class)) {
			contacts.putAll(this.json.convertValue(entry, CONTACTS));
		}
		return contacts;
	}

}
