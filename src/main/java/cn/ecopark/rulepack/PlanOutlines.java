package cn.ecopark.rulepack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** The outlines of plans; a pack need not have one. */
@Component
public class PlanOutlines {

	static final String FILE = "outline.yaml";

	private final Map<String, PlanOutline> byPack = new LinkedHashMap<>();

	public PlanOutlines(RulePacks packs) {
		for (RulePack pack : packs.all()) {
			read(PackFiles.shipped(pack.id()), new PackFindings())
				.ifPresent(outline -> this.byPack.put(pack.id(), outline));
		}
	}

	/**
	 * @return what that pack asks of papers of that kind
	 */
	public Optional<PlanOutline> of(String pack, String kind) {
		return Optional.ofNullable(this.byPack.get(pack)).filter(outline -> outline.kinds().contains(kind));
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
