package cn.ecopark.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.release.PackEntries;
import cn.ecopark.rulepack.PackCheck;
import cn.ecopark.rulepack.PackEntry;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.studio.StudioRefusals.EntryFaulty;
import cn.ecopark.studio.StudioRefusals.EntryThere;
import cn.ecopark.studio.StudioRefusals.FileMovedOn;
import cn.ecopark.studio.StudioRefusals.KeyFaulty;

/**
 * The limits of a draft, changed one by one: what is wrong with one is refused before it
 * is saved, by the very check that stands before a release.
 */
@Component
public class DraftLimits {

	/** The file of a pack that they stand in. */
	public static final String PATH = "limits.yaml";

	private final DraftFiles files;

	private final EditDraft edit;

	private final PackCheck check;

	private final List<PackEntries> formats;

	DraftLimits(DraftFiles files, EditDraft edit, PackCheck check, List<PackEntries> formats) {
		this.files = files;
		this.edit = edit;
		this.check = check;
		this.formats = formats;
	}

	/**
	 * @return in the order of the file
	 */
	public List<LimitEntry> of(Draft draft) {
		List<LimitEntry> limits = new ArrayList<>();
		file(this.files.of(draft)).entries().forEach((key, said) -> limits.add(LimitEntry.of(key, said)));
		return limits;
	}

	public Optional<LimitEntry> find(Draft draft, String key) {
		return of(draft).stream().filter(limit -> limit.key().equals(key)).findFirst();
	}

	/**
	 * @return names of the steps that have each limit, by its key
	 */
	public Map<String, List<String>> steps(Draft draft) {
		Map<String, List<String>> steps = new TreeMap<>();
		this.files.of(draft)
			.in(PackFiles.DIAGRAMS)
			.forEach((name, content) -> entries(name, content).values().forEach(entry -> {
				String limit = entry.values().get("limit");
				if (limit != null) {
					steps.computeIfAbsent(limit, key -> new ArrayList<>()).add(entry.label());
				}
			}));
		return steps;
	}

	private Map<String, PackEntries.Entry> entries(String name, byte[] content) {
		return this.formats.stream()
			.filter(format -> format.reads(PackFiles.DIAGRAMS + name))
			.findFirst()
			.map(format -> format.of(new String(content, StandardCharsets.UTF_8)))
			.orElse(Map.of());
	}

	/**
	 * Changes a limit, or adds a new one at the end.
	 * @param added whether it is a new one
	 * @param seen step that the change was made to
	 * @throws KeyFaulty when diagrams cannot name it by that key
	 * @throws EntryThere when a new one has the key of one that is there
	 * @throws FileMovedOn when it is not there any more, or the file was changed since
	 * @throws EntryFaulty when the check finds something wrong with it
	 */
	public void save(Draft draft, LimitEntry typed, boolean added, int seen, Actor actor) {
		PackFiles before = this.files.of(draft);
		DataFile file = file(before);
		if (!PackEntry.isCode(typed.key())) {
			throw new KeyFaulty();
		}
		if (added == file.entries().containsKey(typed.key())) {
			throw added ? new EntryThere() : new FileMovedOn();
		}
		byte[] after = file.with(typed.key(), typed.values()).text().getBytes(StandardCharsets.UTF_8);
		Map<String, byte[]> files = new TreeMap<>(before.all());
		files.put(PATH, after);
		List<PackFinding> wrong = this.check.check(PackFiles.of(files))
			.stream()
			.filter(finding -> finding.severity() == PackFinding.Severity.ERROR && isAbout(finding, typed.key()))
			.toList();
		if (!wrong.isEmpty()) {
			throw new EntryFaulty(wrong);
		}
		this.edit.save(draft.id(), PATH, seen, after, actor);
	}

	private static boolean isAbout(PackFinding finding, String key) {
		return finding.file().equals(PATH) && (finding.place().equals(key) || finding.place().startsWith(key + "."));
	}

	private static DataFile file(PackFiles files) {
		return new DataFile(files.text(PATH).orElse(""));
	}

}
