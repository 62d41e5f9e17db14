package cn.ecopark.studio;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Actor;
import cn.ecopark.release.EditPack;
import cn.ecopark.release.Release;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.studio.StudioRefusals.BothChanged;
import cn.ecopark.studio.StudioRefusals.NothingChanged;

/**
 * A draft becomes a release: a candidate, which another administrator than those who have
 * worked at it brings into force.
 */
@Component
public class MakeDraftRelease {

	private final Drafts drafts;

	private final DraftSteps steps;

	private final DraftLeases leases;

	private final DraftFiles files;

	private final RulePacks packs;

	private final EditPack editPack;

	private final Audit audit;

	MakeDraftRelease(Drafts drafts, DraftSteps steps, DraftLeases leases, DraftFiles files, RulePacks packs,
			EditPack editPack, Audit audit) {
		this.drafts = drafts;
		this.steps = steps;
		this.leases = leases;
		this.files = files;
		this.packs = packs;
		this.editPack = editPack;
		this.audit = audit;
	}

	/**
	 * @param reason why; it stays with the release
	 * @throws NothingChanged when the draft says what is in force
	 * @throws BothChanged when what came into force meanwhile has changed the same files
	 * @throws cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing when nothing says
	 * why
	 */
	@Transactional
	public Release make(UUID id, String reason, Actor actor) {
		EditDraft.requireAdministrator(actor);
		Draft open = this.drafts.lockOpen(id);
		ReleaseId inForce = this.packs.current(open.pack()).release();
		PackFiles made = this.files.onTopOf(open, inForce);
		if (made.digest().equals(this.packs.files(inForce).digest())) {
			throw new NothingChanged();
		}
		Release release = this.editPack.take(open.pack(), made, reason, this.steps.editors(id), actor);
		this.drafts.end(open, Draft.State.MADE, release.id(), actor);
		this.steps.forget(id);
		this.leases.letGoAll(id);
		this.audit.record(Subject.ADMINISTRATION, "studio.made",
				Map.of("draft", id.toString(), "pack", open.pack(), "release", release.id().toString()));
		return release;
	}

}
