package cn.ecopark.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.organisation.Actor;
import cn.ecopark.process.pack.ModelCheck;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.studio.ModelerRefusals.ModelerDraftEnded;
import cn.ecopark.studio.ModelerRefusals.ModelerFileCount;
import cn.ecopark.studio.ModelerRefusals.ModelerFileUnfit;
import cn.ecopark.studio.ModelerRefusals.ModelerFileUnknown;
import cn.ecopark.studio.StudioRefusals.DiagramTooLarge;
import cn.ecopark.studio.StudioRefusals.DraftEnded;
import cn.ecopark.studio.StudioRefusals.EntryNotFound;

/**
 * What somebody changes with the desktop Modeler: fetched from a draft, sent back to it.
 * Files that are sent together are checked together, and all are kept or none. What is
 * unfinished is kept, as what is drawn on the page is; what no diagram may ever say is
 * not, since its sender has the file and loses nothing.
 */
@Component
public class TakeModelerFiles {

	/** At a time. */
	public static final int MOST = 20;

	private static final String DIAGRAM = ".bpmn";

	private static final String FORM = ".form";

	private final Drafts drafts;

	private final DraftSteps steps;

	private final DraftFiles files;

	private final DraftBases bases;

	private final KeepModelerFiles keep;

	private final ModelCheck check;

	TakeModelerFiles(Drafts drafts, DraftSteps steps, DraftFiles files, DraftBases bases, KeepModelerFiles keep,
			ModelCheck check) {
		this.drafts = drafts;
		this.steps = steps;
		this.files = files;
		this.bases = bases;
		this.keep = keep;
		this.check = check;
	}

	/**
	 * What became of files that were sent.
	 *
	 * @param steps by path, the number of the step that holds now
	 * @param findings errors first; such as no release can be made with are among them
	 */
	public record Taken(SortedMap<String, Integer> steps, List<PackFinding> findings) {

		/**
		 * @return those that keep the draft from being released
		 */
		public List<PackFinding> errors() {
			return this.findings.stream().filter(TakeModelerFiles::isError).toList();
		}

	}

	/**
	 * Hands a diagram or form out, and remembers to what the copy is made. Elements of a
	 * diagram name the template by which the Modeler offers what the pack has for them.
	 * @throws EntryNotFound when there is none of that name
	 */
	@Transactional
	public byte[] fetch(UUID id, String file, Actor actor) {
		EditDraft.requireAdministrator(actor);
		Draft draft = this.drafts.get(id);
		String path = pathOf(file);
		// The step first: what somebody saves in between is refused later, never lost.
		int step = this.steps.holding(id, path);
		byte[] content = this.files.of(draft).find(path).orElseThrow(EntryNotFound::new);
		this.bases.note(id, path, actor.personId(), step);
		return path.startsWith(PackFiles.DIAGRAMS) ? TemplateMarks.marked(content, draft.pack()) : content;
	}

	/**
	 * @param sent content by file name
	 * @throws ModelerDraftEnded when the draft is not worked at any more
	 * @throws ModelerFileCount when there is no file, or more than {@link #MOST}
	 * @throws ModelerFileUnknown when the draft has none of that name
	 * @throws DiagramTooLarge when one is larger than {@link DraftDiagrams#LARGEST}
	 * @throws ModelerFileUnfit when one cannot be read, or says what it may not
	 * @throws ModelerRefusals.ModelerFileMovedOn when another step holds than the actor
	 * has fetched or sent last
	 * @throws ModelerRefusals.ModelerFileHeld when somebody else works at one
	 */
	public Taken take(UUID id, Map<String, byte[]> sent, Actor actor) {
		EditDraft.requireAdministrator(actor);
		Draft draft = this.drafts.get(id);
		if (!draft.isOpen()) {
			throw new ModelerDraftEnded(draft.title());
		}
		if (sent.isEmpty() || sent.size() > MOST) {
			throw new ModelerFileCount(MOST);
		}
		PackFiles before = this.files.of(draft);
		SortedMap<String, byte[]> byPath = new TreeMap<>();
		sent.forEach((name, content) -> {
			String path = pathOf(name);
			if (before.find(path).isEmpty()) {
				throw new ModelerFileUnknown(name, draft.title());
			}
			if (content.length > DraftDiagrams.LARGEST) {
				throw new DiagramTooLarge(DraftDiagrams.LARGEST / 1_000);
			}
			byPath.put(path, path.startsWith(PackFiles.DIAGRAMS) ? TemplateMarks.unmarked(content) : content);
		});
		List<PackFinding> findings = judge(before, byPath);
		List<PackFinding> unfit = findings.stream()
			.filter(finding -> isError(finding) && isUnfit(finding.file(), byPath))
			.toList();
		if (!unfit.isEmpty()
				|| byPath.entrySet().stream().anyMatch(file -> isForeign(file.getKey(), file.getValue()))) {
			throw new ModelerFileUnfit(unfit);
		}
		try {
			return new Taken(this.keep.keep(draft, byPath, actor), findings);
		}
		catch (DraftEnded meanwhile) {
			throw new ModelerDraftEnded(draft.title());
		}
	}

	/** The new files over those of the draft. */
	private List<PackFinding> judge(PackFiles before, SortedMap<String, byte[]> sent) {
		SortedMap<String, byte[]> all = new TreeMap<>(before.all());
		all.putAll(sent);
		PackFiles after = PackFiles.of(all);
		Map.Entry<String, byte[]> first = sent.entrySet().iterator().next();
		Optional<RulePack> pack = PackCheck.dataOf(after);
		if (sent.size() == 1 || pack.isEmpty()) {
			return this.check.check(after, first.getKey(), first.getValue());
		}
		List<PackFinding> found = new ArrayList<>(this.check.check(pack.get(), after));
		found.removeIf(finding -> !isError(finding) && !sent.containsKey(finding.file()));
		// What is wrong with what was sent comes before what it does to others.
		found.sort(Comparator.comparing(PackFinding::severity)
			.thenComparing(finding -> sent.containsKey(finding.file()) ? 0 : 1));
		return found;
	}

	private static boolean isUnfit(String path, SortedMap<String, byte[]> sent) {
		byte[] content = sent.get(path);
		return content != null && (path.startsWith(PackFiles.FORMS) || isForeign(path, content));
	}

	private static boolean isForeign(String path, byte[] content) {
		return path.startsWith(PackFiles.DIAGRAMS) && !ModelCheck.isHarmless(content);
	}

	private static boolean isError(PackFinding finding) {
		return finding.severity() == PackFinding.Severity.ERROR;
	}

	/** Where a file of that name lies; nowhere, if it is neither diagram nor form. */
	private static String pathOf(String file) {
		return (file.endsWith(DIAGRAM) ? PackFiles.DIAGRAMS : file.endsWith(FORM) ? PackFiles.FORMS : "?") + file;
	}

}
