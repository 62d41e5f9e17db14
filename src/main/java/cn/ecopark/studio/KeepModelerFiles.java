package cn.ecopark.studio;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;
import cn.ecopark.studio.ModelerRefusals.ModelerFileHeld;
import cn.ecopark.studio.ModelerRefusals.ModelerFileMovedOn;
import cn.ecopark.studio.StudioRefusals.FileHeld;
import cn.ecopark.studio.StudioRefusals.FileMovedOn;

/** Files that a program has sent become steps of a draft: all of them or none. */
@Component
class KeepModelerFiles {

	private final Drafts drafts;

	private final DraftSteps steps;

	private final DraftLeases leases;

	private final DraftFiles files;

	private final DraftBases bases;

	private final EditDraft edit;

	KeepModelerFiles(Drafts drafts, DraftSteps steps, DraftLeases leases, DraftFiles files, DraftBases bases,
			EditDraft edit) {
		this.drafts = drafts;
		this.steps = steps;
		this.leases = leases;
		this.files = files;
		this.bases = bases;
		this.edit = edit;
	}

	/**
	 * @param sent content by path
	 * @return by path the number of the step that holds now
	 * @throws ModelerFileMovedOn when another step holds than the actor has fetched or
	 * sent last
	 * @throws ModelerFileHeld when somebody else works at one
	 * @throws StudioRefusals.DraftEnded when the draft is not worked at any more
	 */
	@Transactional
	public SortedMap<String, Integer> keep(Draft draft, SortedMap<String, byte[]> sent, Actor actor) {
		Draft open = this.drafts.lockOpen(draft.id());
		SortedMap<String, byte[]> before = this.files.of(open).all();
		SortedMap<String, Integer> kept = new TreeMap<>();
		sent.forEach((path, content) -> {
			int step = Arrays.equals(before.get(path), content) ? this.steps.holding(open.id(), path)
					: save(open, path, content, actor);
			this.bases.note(open.id(), path, actor.personId(), step);
			kept.put(path, step);
		});
		return kept;
	}

	/** Nobody is kept waiting for a program that has gone already. */
	private int save(Draft open, String path, byte[] content, Actor actor) {
		boolean inHand = this.leases.of(open.id(), path)
			.filter(lease -> lease.personId() == actor.personId())
			.isPresent();
		try {
			int step = this.edit.save(open.id(), path, this.bases.of(open.id(), path, actor.personId()), content,
					actor);
			if (!inHand) {
				this.edit.letGo(open.id(), path, actor);
			}
			return step;
		}
		catch (FileHeld held) {
			throw new ModelerFileHeld(nameOf(path), String.valueOf(held.arguments()[0]));
		}
		catch (FileMovedOn moved) {
			throw movedOn(open, path);
		}
	}

	private ModelerFileMovedOn movedOn(Draft open, String path) {
		int holding = this.steps.holding(open.id(), path);
		return this.steps.of(open.id())
			.stream()
			.filter(step -> step.number() == holding)
			.findFirst()
			.map(step -> new ModelerFileMovedOn(nameOf(path), step.person(), holding))
			.orElseGet(() -> new ModelerFileMovedOn(nameOf(path)));
	}

	private static String nameOf(String path) {
		return path.substring(path.indexOf('/') + 1);
	}

}
