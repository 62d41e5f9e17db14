package cn.ecopark.rulepack;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The outlines of plans; a pack need not have one. */
@Component
public class PlanOutlines {

	private static final String FILE = "outline.yaml";

	private final RulePacks packs;

	private final Map<ReleaseId, Optional<PlanOutline>> outlines = new ConcurrentHashMap<>();

	public PlanOutlines(RulePacks packs) {
		this.packs = packs;
	}

	/**
	 * @return what that release asks of papers of that kind
	 */
	public Optional<PlanOutline> of(ReleaseId release, String kind) {
		return this.outlines.computeIfAbsent(release, any -> this.packs.files(any).text(FILE).map(PlanOutlines::read))
			.filter(outline -> outline.kinds().contains(kind));
	}

	private static PlanOutline read(String text) {
		YamlEntry entry = new YamlEntry(FILE, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
		return new PlanOutline(entry.text("source"), entry.flag("confirmed"), entry.texts("kinds"),
				entry.list("chapters", PlanOutlines::chapter));
	}

	private static PlanOutline.Chapter chapter(YamlEntry entry) {
		return new PlanOutline.Chapter(entry.text("key"), entry.text("zh"), entry.text("en"), entry.texts("titles"),
				entry.flag("confirmed"));
	}

}
