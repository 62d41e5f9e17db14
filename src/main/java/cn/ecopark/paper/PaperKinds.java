package cn.ecopark.paper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/**
 * The kinds of paper of each release: {@code papers.yaml} beside the pack's other data.
 */
@Component
public class PaperKinds {

	private final RulePacks packs;

	private final Map<ReleaseId, List<PaperKind>> kinds = new ConcurrentHashMap<>();

	public PaperKinds(RulePacks packs) {
		this.packs = packs;
	}

	/**
	 * @return in the order of the procedure
	 */
	public List<PaperKind> of(ReleaseId release) {
		return this.kinds.computeIfAbsent(release, any -> PaperKindReader.read(any, this.packs.files(any)));
	}

	public Optional<PaperKind> find(ReleaseId release, String key) {
		return of(release).stream().filter((kind) -> kind.key().equals(key)).findFirst();
	}

	/**
	 * @throws IllegalArgumentException when the release has no such paper
	 */
	public PaperKind get(ReleaseId release, String key) {
		return find(release, key)
			.orElseThrow(() -> new IllegalArgumentException("Release " + release + " has no paper " + key));
	}

	/**
	 * @return the template of the kind's release
	 */
	String shippedTemplate(PaperKind kind) {
		String path = "papers/" + kind.key() + ".txt";
		return this.packs.files(kind.release())
			.text(path)
			.orElseThrow(() -> new IllegalStateException("Release " + kind.release() + " has no " + path));
	}

}
