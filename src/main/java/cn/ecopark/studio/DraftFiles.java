package cn.ecopark.studio;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.studio.StudioRefusals.BothChanged;

/** What a draft consists of: the files of a release, with what was saved on top. */
@Component
public class DraftFiles {

	private final RulePacks packs;

	private final DraftSteps steps;

	DraftFiles(RulePacks packs, DraftSteps steps) {
		this.packs = packs;
		this.steps = steps;
	}

	/**
	 * @return all files as they are in the draft
	 */
	public PackFiles of(Draft draft) {
		return changed(this.packs.files(draft.basedOn()), this.steps.contents(draft.id()));
	}

	/**
	 * @return all files as they would be on top of another release than the draft was
	 * begun with
	 * @throws BothChanged when that release says something else of a file that the draft
	 * changes
	 */
	public PackFiles onTopOf(Draft draft, ReleaseId release) {
		Map<String, byte @Nullable []> changes = this.steps.contents(draft.id());
		PackFiles before = this.packs.files(draft.basedOn());
		PackFiles now = this.packs.files(release);
		List<String> both = changes.keySet()
			.stream()
			.filter(path -> !Arrays.equals(before.all().get(path), now.all().get(path)))
			.sorted()
			.toList();
		if (!both.isEmpty()) {
			throw new BothChanged(both);
		}
		return changed(now, changes);
	}

	private static PackFiles changed(PackFiles before, Map<String, byte @Nullable []> changes) {
		SortedMap<String, byte[]> files = new TreeMap<>(before.all());
		changes.forEach((path, content) -> {
			if (content == null) {
				files.remove(path);
			}
			else {
				files.put(path, content);
			}
		});
		return PackFiles.of(files);
	}

}
