package cn.ecopark.studio;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.process.pack.ModelCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.studio.StudioRefusals.DiagramTooLarge;
import cn.ecopark.studio.StudioRefusals.EntryNotFound;
import cn.ecopark.studio.StudioRefusals.NoDiagram;

/**
 * The diagrams of a draft, drawn one by one. A drawing is kept as it is on the screen,
 * with whatever is wrong in it: nobody draws a sound process in one go, and what is wrong
 * is refused when a release is made of it.
 */
@Component
public class DraftDiagrams {

	/** Bytes; the largest shipped diagram has 45,000. */
	public static final int LARGEST = 1_000_000;

	private final DraftFiles files;

	private final DraftSteps steps;

	private final EditDraft edit;

	private final ModelCheck check;

	DraftDiagrams(DraftFiles files, DraftSteps steps, EditDraft edit, ModelCheck check) {
		this.files = files;
		this.steps = steps;
		this.edit = edit;
		this.check = check;
	}

	/**
	 * A diagram as it is in the draft.
	 *
	 * @param step that holds; 0 where it is as the release has it
	 * @param findings errors first
	 */
	public record Sketch(int step, String xml, List<PackFinding> findings) {
	}

	/**
	 * @return path in the pack of the diagram of that file name
	 * @throws EntryNotFound when there is none
	 */
	public String path(Draft draft, String file) {
		return existing(this.files.of(draft), file);
	}

	private static String existing(PackFiles files, String file) {
		String path = PackFiles.DIAGRAMS + file;
		if (files.find(path).isEmpty()) {
			throw new EntryNotFound();
		}
		return path;
	}

	/**
	 * @throws EntryNotFound when there is no such diagram
	 */
	public Sketch find(Draft draft, String file) {
		// The step first: what somebody saves in between is refused later, never lost.
		int step = this.steps.holding(draft.id(), PackFiles.DIAGRAMS + file);
		PackFiles all = this.files.of(draft);
		String path = existing(all, file);
		byte[] content = all.find(path).orElseThrow(EntryNotFound::new);
		return new Sketch(step, all.text(path).orElse(""), this.check.check(all, path, content));
	}

	/**
	 * @return all files as they are in the draft
	 */
	public PackFiles files(Draft draft) {
		return this.files.of(draft);
	}

	/**
	 * Keeps a drawing as the next step of its file.
	 * @param seen step that it was made to
	 * @return number of the step that holds now, and what is wrong with it
	 * @throws EntryNotFound when there is no such diagram
	 * @throws DiagramTooLarge when it is larger than {@link #LARGEST}
	 * @throws NoDiagram when it cannot be read safely, as it is no XML or names a
	 * document type
	 * @throws StudioRefusals.FileMovedOn when another step holds by now
	 * @throws StudioRefusals.FileHeld when somebody else has the file in hand
	 */
	public Sketch save(Draft draft, String file, int seen, byte[] drawn, Actor actor) {
		EditDraft.requireAdministrator(actor);
		if (drawn.length > LARGEST) {
			throw new DiagramTooLarge(LARGEST / 1_000);
		}
		PackFiles all = this.files.of(draft);
		String path = existing(all, file);
		if (!ModelCheck.isReadable(drawn)) {
			throw new NoDiagram();
		}
		int step = this.edit.save(draft.id(), path, seen, drawn, actor);
		return new Sketch(step, new String(drawn, StandardCharsets.UTF_8), this.check.check(all, path, drawn));
	}

}
