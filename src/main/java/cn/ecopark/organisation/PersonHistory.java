package cn.ecopark.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.shared.Change;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.UntilChanged;

/** What became of accounts, and what their holders have taken note of. */
@Repository
public class PersonHistory {

	private static final String ADD = """
			INSERT INTO person_change (person_id, act, before_text, after_text, reason, by_person, with_person, at)
			VALUES (:person, :act, :before, :after, :reason, :by, :with, :at)""";

	private static final String SELECT = """
			SELECT c.id, c.act, c.before_text, c.after_text, c.reason, b.display_name AS by_name, w.display_name AS with_name, c.at
			  FROM person_change c JOIN person b ON b.id = c.by_person LEFT JOIN person w ON w.id = c.with_person
			""";

	private static final String OF = SELECT + "WHERE c.person_id = :person ORDER BY c.id DESC LIMIT 100";

	/** What others did. */
	private static final String UNSEEN = SELECT
			+ """
					 JOIN person p ON p.id = c.person_id
					WHERE c.person_id = :person AND c.id > p.seen_change AND c.by_person <> c.person_id ORDER BY c.id DESC LIMIT 1""";

	/** Few, since each page of theirs tells them. */
	private static final String NOT_TOLD = """
			SELECT DISTINCT c.person_id FROM person_change c JOIN person p ON p.id = c.person_id
			 WHERE c.id > p.seen_change AND c.by_person <> c.person_id""";

	private static final Duration KEPT = Duration.ofSeconds(30);

	private static final String SEEN = """
			UPDATE person SET seen_change = greatest(seen_change, (SELECT max(id) FROM person_change
			                                                        WHERE person_id = :person AND id <= :change))
			 WHERE id = :person AND seen_change < (SELECT max(id) FROM person_change WHERE person_id = :person AND id <= :change)""";

	private final JdbcClient jdbc;

	@NodeMemory(NodeMemory.Why.IS_TOLD)
	private final UntilChanged<Set<Long>> notTold = new UntilChanged<>(KEPT);

	PersonHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void told(Change change) {
		if (change.isOf(Change.Topic.ACCOUNTS)) {
			this.notTold.forget();
		}
	}

	@Transactional
	void add(long personId, PersonChange.Act act, Said said, long by, @Nullable Long with) {
		this.jdbc.sql(ADD)
			.param("person", personId)
			.param("act", act.name())
			.param("before", said.before())
			.param("after", said.after())
			.param("reason", said.reason())
			.param("by", by)
			.param("with", with, Types.BIGINT)
			.param("at", OffsetDateTime.now())
			.update();
		this.notTold.forgetAfterCommit();
	}

	/** What it was, what it is, and why. */
	record Said(String before, String after, String reason) {

		static final Said NOTHING = new Said("", "", "");

		static Said why(String reason) {
			return new Said("", "", reason);
		}

	}

	/** The newest first. */
	public List<PersonChange> of(long personId) {
		return this.jdbc.sql(OF).param("person", personId).query(PersonHistory::change).list();
	}

	/**
	 * @return the last thing that somebody else did to the account and its holder has not
	 * taken note of
	 */
	public Optional<PersonChange> unseen(long personId) {
		return this.notTold.get(this::readNotTold).contains(personId)
				? this.jdbc.sql(UNSEEN).param("person", personId).query(PersonHistory::change).optional()
				: Optional.empty();
	}

	private Set<Long> readNotTold() {
		return Set.copyOf(this.jdbc.sql(NOT_TOLD).query(Long.class).list());
	}

	/** The holder has taken note of that change and those before it. */
	@Transactional
	public void seen(long personId, long changeId) {
		this.jdbc.sql(SEEN).param("person", personId).param("change", changeId).update();
		this.notTold.forgetAfterCommit();
	}

	private static PersonChange change(ResultSet row, int number) throws SQLException {
		return new PersonChange(row.getLong("id"), PersonChange.Act.valueOf(row.getString("act")),
				row.getString("before_text"), row.getString("after_text"), row.getString("reason"),
				row.getString("by_name"), row.getString("with_name"), JdbcTime.instant(row, "at"));
	}

}
