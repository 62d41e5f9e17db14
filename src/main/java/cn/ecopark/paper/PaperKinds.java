package cn.ecopark.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * The kinds of paper of each rule pack: {@code papers.yaml} beside the pack's other data.
 */
@Component
public class PaperKinds {

	private final Map<String, List<PaperKind>> kinds = new LinkedHashMap<>();

	public PaperKinds(RulePacks packs) {
		for (RulePack pack : packs.all()) {
			this.kinds.put(pack.id(), PaperKindReader.read(pack.id(), PackFiles.shipped(pack.id())));
		}
	}

	/**
	 * @return in the order of the procedure
	 */
	public List<PaperKind> of(String pack) {
		return this.kinds.getOrDefault(pack, List.of());
	}

	public Optional<PaperKind> find(String pack, String key) {
		return of(pack).stream().filter((kind) -> kind.key().equals(key)).findFirst();
	}

	/**
	 * @throws IllegalArgumentException when the pack has no such paper
	 */
	public PaperKind get(String pack, String key) {
		return find(pack, key)
			.orElseThrow(() -> new IllegalArgumentException("Rule pack " + pack + " has no paper " + key));
	}

	/**
	 * @return the template that comes with the pack
	 */
	String shippedTemplate(PaperKind kind) {
		String path = "papers/" + kind.key() + ".txt";
		return PackFiles.shipped(kind.pack())
			.text(path)
			.orElseThrow(() -> new IllegalStateException("Rule pack " + kind.pack() + " has no " + path));
	}

}
