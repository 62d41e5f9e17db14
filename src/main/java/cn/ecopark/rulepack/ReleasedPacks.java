package cn.ecopark.rulepack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.AfterRollback;
import cn.ecopark.shared.NodeMemory;
import cn.ecopark.shared.ReadOnce;
import cn.ecopark.shared.Sha256;

/**
 * Reads releases from the database. A release is read once and cached for good, since it
 * never changes once it is committed; which one is in force is asked each time, so that
 * all nodes agree.
 */
@Component
class ReleasedPacks implements RulePacks {

	private static final String FILES = """
			SELECT r.path, r.sha256, c.content
			  FROM pack_resource r JOIN pack_content c ON c.sha256 = r.sha256
			 WHERE r.release = :release
			""";

	/** Of each pack the newest that is released. */
	private static final String IN_FORCE = """
			SELECT DISTINCT ON (pack) id FROM pack_release WHERE state = 'RELEASED' ORDER BY pack, number DESC
			""";

	/** Of each pack the newest, unless it is the one in force or was taken back. */
	private static final String WAITING = """
			SELECT id FROM (SELECT DISTINCT ON (pack) id, pack, state FROM pack_release
			                 WHERE state <> 'WITHDRAWN' ORDER BY pack, number DESC) AS newest
			 WHERE state <> 'RELEASED' ORDER BY pack
			""";

	private final JdbcClient jdbc;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<ReleaseId, PackFiles> files = new ConcurrentHashMap<>();

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<ReleaseId, RulePack> packs = new ConcurrentHashMap<>();

	ReleasedPacks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public RulePack get(ReleaseId release) {
		RulePack known = this.packs.get(release);
		if (known != null) {
			return known;
		}
		RulePack read = read(release, files(release));
		this.packs.put(release, read);
		AfterRollback.forget(() -> this.packs.remove(release));
		return read;
	}

	/** That a release in force cannot be read is no fault of whoever asks for a page. */
	private static RulePack read(ReleaseId release, PackFiles files) {
		try {
			return RulePackReader.readKept(files).as(release);
		}
		catch (PackRefused refused) {
			// A refusal as cause would be told to the user as his own fault.
			throw new IllegalStateException("Release " + release + " cannot be read:\n" + refused.getMessage());
		}
	}

	@Override
	public PackFiles files(ReleaseId release) {
		PackFiles known = this.files.get(release);
		if (known != null) {
			return known;
		}
		PackFiles read = read(release);
		// What was taken over from before there were releases gets its data later.
		if (read.find(RulePackReader.PACK).isPresent()) {
			this.files.put(release, read);
			AfterRollback.forget(() -> this.files.remove(release));
		}
		return read;
	}

	private PackFiles read(ReleaseId release) {
		Map<String, byte[]> found = new TreeMap<>();
		this.jdbc.sql(FILES)
			.param("release", release.toString())
			.query((RowCallbackHandler) row -> found.put(row.getString("path"),
					intact(row.getBytes("content"), row.getString("sha256"))));
		if (found.isEmpty()) {
			throw new UnknownRelease("There is no release " + release);
		}
		return PackFiles.of(found);
	}

	/** The digest is attested in the audit, the content is not. */
	private static byte[] intact(byte[] content, String sha256) {
		if (!Sha256.hex(content).equals(sha256)) {
			throw new IllegalStateException("A file of a rule pack was changed in the database");
		}
		return content;
	}

	@Override
	public List<RulePack> all() {
		return ReadOnce.list(this, "inForce", "",
				() -> this.jdbc.sql(IN_FORCE)
					.query(String.class)
					.list()
					.stream()
					.map(ReleaseId::of)
					.map(this::get)
					.sorted(Comparator.comparing(RulePack::validFrom))
					.toList());
	}

	@Override
	public List<RulePack> waiting() {
		return this.jdbc.sql(WAITING)
			.query(String.class)
			.list()
			.stream()
			.map(ReleaseId::of)
			.flatMap(release -> readable(release).stream())
			.toList();
	}

	/** A draft may be faulty to any degree. */
	private Optional<RulePack> readable(ReleaseId release) {
		try {
			return Optional.of(RulePackReader.readKept(files(release)).as(release));
		}
		catch (PackRefused faulty) {
			return Optional.empty();
		}
	}

}
