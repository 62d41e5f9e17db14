package cn.ecopark.release;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.release.Release.Act;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.Release.State;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackRefused;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;

/**
 * Brings changed packs into force without two administrators, so that other tests can see
 * what they do to cases.
 */
public final class TestReleases {

	private final MakeRelease makeRelease;

	private final Releases releases;

	private final RulePacks packs;

	private final PackCheck check;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	public TestReleases(ApplicationContext context) {
		this.makeRelease = context.getBean(MakeRelease.class);
		this.releases = context.getBean(Releases.class);
		this.packs = context.getBean(RulePacks.class);
		this.check = context.getBean(PackCheck.class);
		this.jdbc = context.getBean(JdbcClient.class);
		this.transaction = context.getBean(TransactionTemplate.class);
	}

	/**
	 * Releases the pack in force with other diagrams and forms.
	 * @param models by file name
	 */
	public ReleaseId release(String pack, Map<String, String> models) {
		return release(pack, models, Map.of());
	}

	/**
	 * @param data other files by path
	 */
	public ReleaseId release(String pack, Map<String, String> models, Map<String, String> data) {
		return release(pack, changed(pack, models, data));
	}

	/** Whatever the check says, as if somebody had found a way round it. */
	public ReleaseId releasePastTheCheck(String pack, Map<String, String> models) {
		return release(pack, changed(pack, models, Map.of()), false);
	}

	private PackFiles changed(String pack, Map<String, String> models, Map<String, String> data) {
		Map<String, byte[]> files = new TreeMap<>(this.packs.files(this.packs.current(pack).release()).all());
		files.putAll(ShippedPacks.files(models).all());
		data.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
		return PackFiles.of(files);
	}

	/**
	 * @throws PackRefused when the check finds errors
	 */
	public ReleaseId release(String pack, PackFiles files) {
		return release(pack, files, true);
	}

	private ReleaseId release(String pack, PackFiles files, boolean checked) {
		return this.transaction.execute(status -> {
			this.releases.lock();
			Release made = this.makeRelease.candidate(pack, files, Origin.ADMINISTRATOR, "test", null);
			if (checked && made.state() != State.CHECKED) {
				throw new PackRefused(this.check.check(files));
			}
			this.makeRelease.release(made, files, null);
			return made.id();
		});
	}

	/**
	 * @return a candidate, as one that came with the program
	 */
	public ReleaseId candidate(String pack, PackFiles files, Origin origin, Long by) {
		return this.transaction.execute(status -> {
			this.releases.lock();
			return this.makeRelease.candidate(pack, files, origin, "", by).id();
		});
	}

	/** The release before it is in force again; cases under it go on. */
	public void withdraw(ReleaseId id) {
		this.transaction.executeWithoutResult(status -> {
			Release release = this.releases.get(id);
			this.releases.save(release.withdrawnBy(new Act(MakeRelease.now(), null, null), "test"));
		});
	}

	/** Somebody who may propose and release. */
	public Actor administrator(String name) {
		long id = this.jdbc.sql(
				"INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, :name, now()) RETURNING id")
			.param("sign", UUID.randomUUID().toString())
			.param("name", name)
			.query(Long.class)
			.single();
		return new Actor(id, name, "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
				Set.of(MemberRole.SYSTEM_ADMIN));
	}

}
