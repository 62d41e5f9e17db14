package cn.ecopark.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.ReleaseRefusals.ReleaseNotFound;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.JdbcTime;
import cn.ecopark.shared.Sha256;
import cn.ecopark.shared.StaleRecord;

/** All releases of all packs. */
@Component
public class Releases {

	private static final String SELECT = """
			SELECT r.*, made.display_name AS made_name, proposed.display_name AS proposed_name,
			       released.display_name AS released_name, withdrawn.display_name AS withdrawn_name,
			       ARRAY(SELECT e.person_id FROM pack_release_editor e WHERE e.release = r.id) AS editors
			  FROM pack_release r
			  LEFT JOIN person made ON made.id = r.made_by
			  LEFT JOIN person proposed ON proposed.id = r.proposed_by
			  LEFT JOIN person released ON released.id = r.released_by
			  LEFT JOIN person withdrawn ON withdrawn.id = r.withdrawn_by
			""";

	private static final String INSERT = """
			INSERT INTO pack_release (id, pack, number, state, origin, based_on, digest, note, made_at, made_by, released_at)
			VALUES (:id, :pack, :number, :state, :origin, :basedOn, :digest, :note, :at, :by,
			        CASE WHEN :state = 'RELEASED' THEN CAST(:at AS timestamptz) END)
			""";

	private static final String KEEP = "INSERT INTO pack_content (sha256, content) VALUES (:sha256, :content) ON CONFLICT DO NOTHING";

	private static final String NAME = "INSERT INTO pack_resource (release, path, sha256) VALUES (:release, :path, :sha256)";

	private static final String EDITED = "INSERT INTO pack_release_editor (release, person_id) VALUES (:release, :person)";

	private static final String UPDATE = """
			UPDATE pack_release
			   SET state = :state, digest = :digest, proposed_at = :proposedAt, proposed_by = :proposedBy, released_at = :releasedAt,
			       released_by = :releasedBy, withdrawn_at = :withdrawnAt, withdrawn_by = :withdrawnBy,
			       withdrawn_for = :withdrawnFor, version = version + 1
			 WHERE id = :id AND version = :version
			""";

	private static final String RUNNING = """
			SELECT release, count(*) AS cases FROM eco_case WHERE status <> 'CLOSED' GROUP BY release
			""";

	private final JdbcClient jdbc;

	Releases(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @return all releases, by pack and the newest first
	 */
	public List<Release> all() {
		return this.jdbc.sql(SELECT + " ORDER BY r.pack, r.number DESC").query(Releases::map).list();
	}

	/**
	 * @return releases of that pack, the newest first
	 */
	public List<Release> of(String pack) {
		return this.jdbc.sql(SELECT + " WHERE r.pack = :pack ORDER BY r.number DESC")
			.param("pack", pack)
			.query(Releases::map)
			.list();
	}

	/**
	 * @throws ReleaseNotFound when there is none
	 */
	public Release get(ReleaseId id) {
		return this.jdbc.sql(SELECT + " WHERE r.id = :id")
			.param("id", id.toString())
			.query(Releases::map)
			.optional()
			.orElseThrow(ReleaseNotFound::new);
	}

	/**
	 * @return how many cases that are not closed are carried out under each release
	 */
	public Map<ReleaseId, Integer> runningCases() {
		Map<ReleaseId, Integer> cases = new LinkedHashMap<>();
		this.jdbc.sql(RUNNING)
			.query((RowCallbackHandler) row -> cases.put(ReleaseId.of(row.getString("release")), row.getInt("cases")));
		return cases;
	}

	/**
	 * Lets one at a time change the releases of any pack, until the transaction ends.
	 */
	void lock() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('pack_release'))").query(row -> {
		});
	}

	Optional<Release> inForce(String pack) {
		return of(pack).stream().filter(release -> release.state() == Release.State.RELEASED).findFirst();
	}

	/**
	 * Keeps a release with its files.
	 */
	Release add(Release made, PackFiles files) {
		this.jdbc.sql(INSERT)
			.param("id", made.id().toString())
			.param("pack", made.id().pack())
			.param("number", made.id().number())
			.param("state", made.state().name())
			.param("origin", made.origin().name())
			.param("basedOn", made.basedOn() == null ? null : made.basedOn().toString())
			.param("digest", made.digest())
			.param("note", made.note())
			.param("at", JdbcTime.of(made.made().at()))
			.param("by", made.made().personId())
			.update();
		keep(made.id(), files);
		made.editors()
			.forEach(person -> this.jdbc.sql(EDITED)
				.param("release", made.id().toString())
				.param("person", person)
				.update());
		return get(made.id());
	}

	/** Keeps files of a release that it does not have yet. */
	void keep(ReleaseId release, PackFiles files) {
		files.all().forEach((path, content) -> {
			String sha256 = Sha256.hex(content);
			this.jdbc.sql(KEEP).param("sha256", sha256).param("content", content).update();
			this.jdbc.sql(NAME)
				.param("release", release.toString())
				.param("path", path)
				.param("sha256", sha256)
				.update();
		});
	}

	/**
	 * @throws StaleRecord when somebody has changed it meanwhile
	 */
	void save(Release changed) {
		StaleRecord.refuseIfNone(this.jdbc.sql(UPDATE)
			.param("id", changed.id().toString())
			.param("version", changed.version())
			.param("state", changed.state().name())
			.param("digest", changed.digest())
			.param("proposedAt", at(changed.proposed()))
			.param("proposedBy", by(changed.proposed()))
			.param("releasedAt", at(changed.released()))
			.param("releasedBy", by(changed.released()))
			.param("withdrawnAt", at(changed.withdrawn()))
			.param("withdrawnBy", by(changed.withdrawn()))
			.param("withdrawnFor", changed.withdrawnFor())
			.update());
	}

	private static Release map(ResultSet row, int number) throws SQLException {
		String basedOn = row.getString("based_on");
		Release.Act made = act(row, "made");
		if (made == null) {
			throw new IllegalStateException("A release that nobody made");
		}
		return new Release(ReleaseId.of(row.getString("id")), Release.State.valueOf(row.getString("state")),
				Origin.valueOf(row.getString("origin")), basedOn == null ? null : ReleaseId.of(basedOn),
				row.getString("digest"), row.getString("note"), made,
				Set.of((Long[]) row.getArray("editors").getArray()), act(row, "proposed"), act(row, "released"),
				act(row, "withdrawn"), row.getString("withdrawn_for"), row.getInt("version"));
	}

	private static Release.@Nullable Act act(ResultSet row, String what) throws SQLException {
		OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
		return at == null ? null : new Release.Act(at.toInstant(), row.getObject(what + "_by", Long.class),
				row.getString(what + "_name"));
	}

	private static @Nullable OffsetDateTime at(Release.@Nullable Act act) {
		return act == null ? null : JdbcTime.of(act.at());
	}

	private static @Nullable Long by(Release.@Nullable Act act) {
		return act == null ? null : act.personId();
	}

}
