package cn.ecopark.release;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.ReleaseId;

/** Makes releases of files, and brings them into force. */
@Component
class MakeRelease {

	private final Releases releases;

	private final PackCheck check;

	private final PackDeployment deployment;

	private final Audit audit;

	MakeRelease(Releases releases, PackCheck check, PackDeployment deployment, Audit audit) {
		this.releases = releases;
		this.check = check;
		this.deployment = deployment;
		this.audit = audit;
	}

	/**
	 * Keeps files as the next release of their pack: checked, or a draft where something
	 * is wrong. Releases are locked.
	 * @param by null for the system itself
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	Release candidate(String pack, PackFiles files, Origin origin, String note, @Nullable Long by) {
		return candidate(pack, files, origin, note, by, Set.of());
	}

	/**
	 * @param editors who has changed a file, besides who makes it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	Release candidate(String pack, PackFiles files, Origin origin, String note, @Nullable Long by, Set<Long> editors) {
		List<Release> before = this.releases.of(pack);
		int number = before.stream().mapToInt(release -> release.id().number()).max().orElse(0) + 1;
		ReleaseId inForce = this.releases.inForce(pack).map(Release::id).orElse(null);
		Release.State state = mayBeReleased(files) ? Release.State.CHECKED : Release.State.DRAFT;
		Release made = this.releases.add(new Release(new ReleaseId(pack, number), state, origin, inForce,
				files.digest(), note, new Release.Act(now(), by, null), editors, null, null, null, null, 0), files);
		record(made, "release.made");
		return made;
	}

	/**
	 * Deploys it; from then on it is the one in force.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void release(Release ready, PackFiles files, @Nullable Long by) {
		this.deployment.deploy(ready.id(), files);
		this.releases.save(ready.releasedBy(new Release.Act(now(), by, null)));
		record(ready, "release.released");
	}

	boolean mayBeReleased(PackFiles files) {
		return errors(files).isEmpty();
	}

	/**
	 * @return why the files may not be released
	 */
	List<PackFinding> errors(PackFiles files) {
		return this.check.check(files)
			.stream()
			.filter(found -> found.severity() == PackFinding.Severity.ERROR)
			.toList();
	}

	void record(Release release, String act) {
		this.audit.record(Subject.ADMINISTRATION, act,
				Map.of("release", release.id().toString(), "digest", release.digest()));
	}

	static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MICROS);
	}

}
