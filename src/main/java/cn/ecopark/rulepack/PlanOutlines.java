package cn.ecopark.rulepack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The outlines of plans; a pack need not have one. */
@Component
public class PlanOutlines {

	private static final String FILE = "outline.yaml";

	private final Map<String, PlanOutline> byPack = new LinkedHashMap<>();

	public PlanOutlines(RulePacks packs) {
		for (RulePack pack : packs.all()) {
			PackFiles.shipped(pack.id()).text(FILE).ifPresent(text -> this.byPack.put(pack.id(), read(text)));
		}
	}

	/**
	 * @return what that pack asks of papers of that kind
	 */
	public Optional<PlanOutline> of(String pack, String kind) {
		return Optional.ofNullable(this.byPack.get(pack)).filter(outline -> outline.kinds().contains(kind));
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
