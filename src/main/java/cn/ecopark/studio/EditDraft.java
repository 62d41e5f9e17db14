package cn.ecopark.studio;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Sha256;
import cn.ecopark.studio.StudioRefusals.DraftEnded;
import cn.ecopark.studio.StudioRefusals.FileHeld;
import cn.ecopark.studio.StudioRefusals.FileMovedOn;
import cn.ecopark.studio.StudioRefusals.NoStep;
import cn.ecopark.studio.StudioRefusals.NotYourStudio;
import cn.ecopark.studio.StudioRefusals.DraftUntitled;

/** Administrators work at a draft: one at a file, each step of it can be undone. */
@Component
public class EditDraft {

	private final Drafts drafts;

	private final DraftSteps steps;

	private final DraftLeases leases;

	private final DraftFiles files;

	private final RulePacks packs;

	private final Audit audit;

	EditDraft(Drafts drafts, DraftSteps steps, DraftLeases leases, DraftFiles files, RulePacks packs, Audit audit) {
		this.drafts = drafts;
		this.steps = steps;
		this.leases = leases;
		this.files = files;
		this.packs = packs;
		this.audit = audit;
	}

	/**
	 * Begins a draft with what is in force.
	 * @throws DraftUntitled when nothing says what is to be changed
	 */
	@Transactional
	public Draft begin(String pack, String title, Actor actor) {
		requireAdministrator(actor);
		if (title.isBlank()) {
			throw new DraftUntitled();
		}
		Draft begun = this.drafts.add(pack, title.strip(), this.packs.current(pack).release(), actor);
		record("studio.begun", begun, Map.of("title", begun.title()));
		return begun;
	}

	/**
	 * Takes a file in hand, or says that it still is.
	 * @throws FileHeld when somebody else has it
	 */
	@Transactional
	public void take(UUID id, String path, Actor actor) {
		requireAdministrator(actor);
		Draft open = this.drafts.lockOpen(id);
		take(open, path, actor);
	}

	private void take(Draft open, String path, Actor actor) {
		if (!this.leases.take(open.id(), path, actor.personId())) {
			throw new FileHeld(this.leases.of(open.id(), path).map(Lease::person).orElse(""));
		}
	}

	/** Others may take the file in hand. */
	@Transactional
	public void letGo(UUID id, String path, Actor actor) {
		requireAdministrator(actor);
		this.leases.letGo(id, path, actor.personId());
	}

	/**
	 * Keeps a file as the next step; the very same content is none.
	 * @param seen number of the step that the change was made to, 0 for the release
	 * @return number of the step that holds now
	 * @throws FileMovedOn when another step holds by now
	 * @throws FileHeld when somebody else has the file in hand
	 */
	@Transactional
	public int save(UUID id, String path, int seen, byte[] content, Actor actor) {
		requireAdministrator(actor);
		Draft open = this.drafts.lockOpen(id);
		take(open, path, actor);
		if (this.steps.holding(id, path) != seen) {
			throw new FileMovedOn();
		}
		byte[] before = this.files.of(open).all().get(path);
		if (Arrays.equals(before, content)) {
			return seen;
		}
		this.steps.add(id, path, content, actor.personId());
		record("studio.saved", open, Map.of("path", path, "digest", Sha256.hex(content)));
		return this.steps.holding(id, path);
	}

	/**
	 * The last step of a file does not hold any more.
	 * @throws NoStep when it is as the release has it
	 */
	@Transactional
	public void undo(UUID id, String path, Actor actor) {
		requireAdministrator(actor);
		Draft open = this.drafts.lockOpen(id);
		take(open, path, actor);
		if (!this.steps.undo(id, path)) {
			throw new NoStep();
		}
		record("studio.undone", open, Map.of("path", path));
	}

	/**
	 * What was undone last of a file holds again.
	 * @throws NoStep when nothing was, or something else was saved since
	 */
	@Transactional
	public void redo(UUID id, String path, Actor actor) {
		requireAdministrator(actor);
		Draft open = this.drafts.lockOpen(id);
		take(open, path, actor);
		if (!this.steps.redo(id, path)) {
			throw new NoStep();
		}
		record("studio.redone", open, Map.of("path", path));
	}

	/** 搁置: nothing is lost, and it can be opened again. */
	@Transactional
	public void layAside(UUID id, Actor actor) {
		requireAdministrator(actor);
		Draft open = this.drafts.lockOpen(id);
		this.drafts.end(open, Draft.State.LAID_ASIDE, null, actor);
		this.leases.letGoAll(id);
		record("studio.laid-aside", open, Map.of());
	}

	/**
	 * @throws DraftEnded when it was not laid aside
	 */
	@Transactional
	public void openAgain(UUID id, Actor actor) {
		requireAdministrator(actor);
		Draft ended = this.drafts.lock(id);
		if (ended.state() != Draft.State.LAID_ASIDE) {
			throw new DraftEnded();
		}
		this.drafts.openAgain(ended);
		record("studio.opened-again", ended, Map.of());
	}

	private void record(String act, Draft draft, Map<String, String> details) {
		Map<String, Object> said = new TreeMap<>(details);
		said.put("draft", draft.id().toString());
		said.put("pack", draft.pack());
		this.audit.record(Subject.ADMINISTRATION, act, said);
	}

	static void requireAdministrator(Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotYourStudio();
		}
	}

}
