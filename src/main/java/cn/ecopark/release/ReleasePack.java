package cn.ecopark.release;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.release.ReleaseRefusals.LastRelease;
import cn.ecopark.release.ReleaseRefusals.NotYourRelease;
import cn.ecopark.release.ReleaseRefusals.ReleaseFaulty;
import cn.ecopark.release.ReleaseRefusals.ReleaseMovedOn;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SecondPersonNeeded;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/**
 * 双人复核: one system administrator proposes a release, another one releases it. Cases that
 * run go on under the release they began with.
 */
@Component
public class ReleasePack {

	private final Releases releases;

	private final MakeRelease makeRelease;

	private final RulePacks packs;

	ReleasePack(Releases releases, MakeRelease makeRelease, RulePacks packs) {
		this.releases = releases;
		this.makeRelease = makeRelease;
		this.packs = packs;
	}

	/**
	 * 提请发布.
	 * @throws ReleaseMovedOn when it is no candidate any more or proposed already
	 * @throws ReleaseFaulty when it has errors
	 */
	@Transactional
	public void propose(ReleaseId id, Actor actor) {
		Release candidate = locked(id, actor);
		if (!candidate.isCandidate() || candidate.proposed() != null) {
			throw new ReleaseMovedOn();
		}
		if (!this.makeRelease.mayBeReleased(this.packs.files(id))) {
			throw new ReleaseFaulty();
		}
		this.releases.save(candidate.proposedBy(now(actor)));
		this.makeRelease.record(candidate, "release.proposed");
	}

	/**
	 * 发布: from now on new cases and batches of the pack are carried out under it.
	 * @throws ReleaseMovedOn when nobody has proposed it, or it is no candidate any more
	 * @throws SecondPersonNeeded when the actor has made or proposed it
	 * @throws ReleaseFaulty when it has errors by now
	 */
	@Transactional
	public void release(ReleaseId id, Actor actor) {
		Release candidate = locked(id, actor);
		Release.Act proposed = candidate.proposed();
		if (!candidate.isCandidate() || proposed == null) {
			throw new ReleaseMovedOn();
		}
		if (!candidate.mayBeReleasedBy(actor.personId())) {
			throw new SecondPersonNeeded();
		}
		PackFiles files = this.packs.files(id);
		if (!this.makeRelease.mayBeReleased(files)) {
			throw new ReleaseFaulty();
		}
		this.makeRelease.release(candidate, files, actor.personId());
	}

	/**
	 * 撤回: a candidate is rejected, or a release goes out of force and the one before it
	 * is in force again.
	 * @throws LastRelease when no release of the pack would be in force
	 */
	@Transactional
	public void withdraw(ReleaseId id, String reason, Actor actor) {
		Release withdrawn = locked(id, actor);
		if (withdrawn.state() == Release.State.WITHDRAWN) {
			throw new ReleaseMovedOn();
		}
		if (reason.isBlank()) {
			throw new ReleaseReasonMissing();
		}
		if (withdrawn.state() == Release.State.RELEASED && this.releases.of(id.pack())
			.stream()
			.noneMatch(other -> other.state() == Release.State.RELEASED && !other.id().equals(id))) {
			throw new LastRelease();
		}
		this.releases.save(withdrawn.withdrawnBy(now(actor), reason.strip()));
		this.makeRelease.record(withdrawn, "release.withdrawn");
	}

	private Release locked(ReleaseId id, Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotYourRelease();
		}
		this.releases.lock();
		return this.releases.get(id);
	}

	private static Release.Act now(Actor actor) {
		return new Release.Act(MakeRelease.now(), actor.personId(), actor.name());
	}

}
