package cn.ecopark.release;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.ReleaseRefusals.FileChanged;
import cn.ecopark.release.ReleaseRefusals.NotYourRelease;
import cn.ecopark.release.ReleaseRefusals.ReleaseNotFound;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SameRelease;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/**
 * Administrators make releases: by changing a file of one, or by sending a whole one.
 * What they make is a candidate; it takes two persons to bring it into force.
 */
@Component
public class EditPack {

	private final Releases releases;

	private final MakeRelease makeRelease;

	private final RulePacks packs;

	EditPack(Releases releases, MakeRelease makeRelease, RulePacks packs) {
		this.releases = releases;
		this.makeRelease = makeRelease;
		this.packs = packs;
	}

	/**
	 * @return the release that the next change goes on from: the newest that an
	 * administrator has made and nobody has proposed yet, else the one in force
	 * @throws ReleaseNotFound when no release of that pack is in force
	 */
	public Release base(String pack) {
		Optional<Release> begun = this.releases.of(pack).stream().filter(EditPack::isBegun).findFirst();
		return begun.or(() -> this.releases.inForce(pack)).orElseThrow(ReleaseNotFound::new);
	}

	private static boolean isBegun(Release release) {
		return release.state() == Release.State.CHECKED && release.origin() == Origin.ADMINISTRATOR
				&& release.proposed() == null;
	}

	/**
	 * Makes the next release of one that differs in a text; the one it goes on from is
	 * withdrawn where it was not in force.
	 * @param seen the release whose text was changed
	 * @param reason why; the next release keeps the reasons of all changes since the one
	 * in force
	 * @throws FileChanged when the text is another one meanwhile
	 * @throws ReleaseReasonMissing when nothing says why
	 */
	@Transactional
	public Release change(ReleaseId seen, String path, String text, String reason, Actor actor) {
		requireAdministrator(actor);
		if (reason.isBlank()) {
			throw new ReleaseReasonMissing();
		}
		this.releases.lock();
		Release base = base(seen.pack());
		PackFiles before = this.packs.files(base.id());
		if (!before.text(path).equals(this.packs.files(seen).text(path))) {
			throw new FileChanged();
		}
		Map<String, byte[]> files = new TreeMap<>(before.all());
		files.put(path, text.getBytes(StandardCharsets.UTF_8));
		PackFiles after = PackFiles.of(files);
		refuseSame(seen.pack(), after);
		String note = isBegun(base) && !base.note().isBlank() ? base.note() + "\n" + reason.strip() : reason.strip();
		Release made = this.makeRelease.candidate(seen.pack(), after, Origin.ADMINISTRATOR, note, actor.personId());
		if (isBegun(base)) {
			this.releases.save(base.withdrawnBy(new Release.Act(MakeRelease.now(), actor.personId(), actor.name()),
					"由版本 " + made.id() + " 继续修改"));
			this.makeRelease.record(base, "release.withdrawn");
		}
		return made;
	}

	/**
	 * Takes a whole release that was sent: checked, or a draft where the check finds
	 * errors.
	 * @param pack the one it says it belongs to; it may be a new one
	 * @throws SameRelease when a release consists of the very same files
	 * @throws ReleaseReasonMissing when nothing says why
	 */
	@Transactional
	public Release take(String pack, PackFiles files, String reason, Actor actor) {
		return take(pack, files, reason, Set.of(), actor);
	}

	/**
	 * The same of files that several have changed.
	 * @param editors none of whom releases it
	 */
	@Transactional
	public Release take(String pack, PackFiles files, String reason, Set<Long> editors, Actor actor) {
		requireAdministrator(actor);
		if (reason.isBlank()) {
			throw new ReleaseReasonMissing();
		}
		this.releases.lock();
		refuseSame(pack, files);
		return this.makeRelease.candidate(pack, files, Origin.ADMINISTRATOR, reason.strip(), actor.personId(), editors);
	}

	private void refuseSame(String pack, PackFiles files) {
		String digest = files.digest();
		this.releases.of(pack)
			.stream()
			.filter(release -> release.digest().equals(digest) && release.state() != Release.State.WITHDRAWN)
			.findFirst()
			.ifPresent(same -> {
				throw new SameRelease(same.id());
			});
	}

	private static void requireAdministrator(Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotYourRelease();
		}
	}

}
