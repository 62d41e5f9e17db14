package cn.ecopark.rulepack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.AfterRollback;
import cn.ecopark.shared.NodeMemory;

/** The outlines of plans; a pack need not have one. */
@Component
public class PlanOutlines {

	static final String FILE = "outline.yaml";

	private final RulePacks packs;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<ReleaseId, Optional<PlanOutline>> outlines = new ConcurrentHashMap<>();

	public PlanOutlines(RulePacks packs) {
		this.packs = packs;
	}

	/**
	 * @return what that release asks of documents of that kind
	 */
	public Optional<PlanOutline> of(ReleaseId release, String kind) {
		return of(release).filter(outline -> outline.kinds().contains(kind));
	}

	/**
	 * @return kinds of documents that are construction plans; none where that release
	 * asks nothing of plans
	 */
	public Set<String> plans(ReleaseId release) {
		return of(release).map(outline -> Set.copyOf(outline.kinds())).orElse(Set.of());
	}

	private Optional<PlanOutline> of(ReleaseId release) {
		return this.outlines.computeIfAbsent(release, any -> {
			AfterRollback.forget(() -> this.outlines.remove(any));
			return read(this.packs.files(any), new PackFindings());
		});
	}

	static Optional<PlanOutline> read(PackFiles files, PackFindings findings) {
		return PackYaml.read(files, FILE, findings,
				entry -> new PlanOutline(entry.text("source"), entry.flag("confirmed"), entry.texts("kinds"),
						List.copyOf(entry.listByKey("chapters", "key", PlanOutlines::chapter).values())));
	}

	private static PlanOutline.Chapter chapter(PackEntry entry) {
		return new PlanOutline.Chapter(entry.code("key"), entry.text("zh"), entry.text("en"), entry.texts("titles"),
				entry.flag("confirmed"));
	}

}
