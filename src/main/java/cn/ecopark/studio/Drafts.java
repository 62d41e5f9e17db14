package cn.ecopark.studio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.studio.StudioRefusals.DraftEnded;
import cn.ecopark.studio.StudioRefusals.DraftNotFound;

/** All drafts of all rule packs. */
@Component
public class Drafts {

	private static final String SELECT = """
			SELECT d.*, begun.display_name AS begun_name, ended.display_name AS ended_name
			  FROM studio_draft d
			  JOIN person begun ON begun.id = d.begun_by
			  LEFT JOIN person ended ON ended.id = d.ended_by
			""";

	private final JdbcClient jdbc;

	Drafts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return by pack, the newest first
	 */
	public List<Draft> all() {
		return this.jdbc.sql(SELECT + " ORDER BY d.pack, d.begun_at DESC").query(Drafts::map).list();
	}

	/**
	 * @throws DraftNotFound when there is none
	 */
	public Draft get(UUID id) {
		return this.jdbc.sql(SELECT + " WHERE d.id = :id")
			.param("id", id)
			.query(Drafts::map)
			.optional()
			.orElseThrow(DraftNotFound::new);
	}

	/**
	 * One at a time changes a draft, until the transaction ends.
	 * @throws DraftEnded when it is not worked at any more
	 */
	Draft lockOpen(UUID id) {
		Draft locked = lock(id);
		if (!locked.isOpen()) {
			throw new DraftEnded();
		}
		return locked;
	}

	Draft lock(UUID id) {
		return this.jdbc.sql(SELECT + " WHERE d.id = :id FOR UPDATE OF d")
			.param("id", id)
			.query(Drafts::map)
			.optional()
			.orElseThrow(DraftNotFound::new);
	}

	Draft add(String pack, String title, ReleaseId basedOn, Actor actor) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				INSERT INTO studio_draft (id, pack, title, based_on, begun_at, begun_by)
				VALUES (:id, :pack, :title, :basedOn, now(), :by)
				""")
			.param("id", id)
			.param("pack", pack)
			.param("title", title)
			.param("basedOn", basedOn.toString())
			.param("by", actor.personId())
			.update();
		return get(id);
	}

	/**
	 * @param release null where none was made of it
	 */
	void end(Draft open, Draft.State state, @Nullable ReleaseId release, Actor actor) {
		this.jdbc
			.sql("""
					UPDATE studio_draft SET state = :state, ended_at = now(), ended_by = :by, release = :release WHERE id = :id
					""")
			.param("id", open.id())
			.param("state", state.name())
			.param("by", actor.personId())
			.param("release", release == null ? null : release.toString())
			.update();
	}

	void openAgain(Draft ended) {
		this.jdbc.sql("UPDATE studio_draft SET state = 'OPEN', ended_at = NULL, ended_by = NULL WHERE id = :id")
			.param("id", ended.id())
			.update();
	}

	private static Draft map(ResultSet row, int number) throws SQLException {
		String release = row.getString("release");
		Draft.Act begun = act(row, "begun");
		if (begun == null) {
			throw new IllegalStateException("A draft that nobody has begun");
		}
		return new Draft(row.getObject("id", UUID.class), row.getString("pack"), row.getString("title"),
				ReleaseId.of(row.getString("based_on")), Draft.State.valueOf(row.getString("state")), begun,
				act(row, "ended"), release == null ? null : ReleaseId.of(release));
	}

	private static Draft.@Nullable Act act(ResultSet row, String what) throws SQLException {
		OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
		return at == null ? null : new Draft.Act(at.toInstant(), row.getString(what + "_name"));
	}

}
