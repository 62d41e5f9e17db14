package cn.ecopark.officialdocument;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.AfterRollback;
import cn.ecopark.shared.NodeMemory;

/**
 * The kinds of document of each release: {@code papers.yaml} beside the pack's other
 * data.
 */
@Component
public class OfficialDocumentKinds {

	private final RulePacks packs;

	@NodeMemory(NodeMemory.Why.NEVER_CHANGES)
	private final Map<ReleaseId, List<OfficialDocumentKind>> kinds = new ConcurrentHashMap<>();

	public OfficialDocumentKinds(RulePacks packs) {
		this.packs = packs;
	}

	/**
	 * @return in the order of the procedure
	 */
	public List<OfficialDocumentKind> of(ReleaseId release) {
		return this.kinds.computeIfAbsent(release, any -> {
			AfterRollback.forget(() -> this.kinds.remove(any));
			return OfficialDocumentKindReader.read(any, this.packs.files(any));
		});
	}

	public Optional<OfficialDocumentKind> find(ReleaseId release, String key) {
		return of(release).stream().filter((kind) -> kind.key().equals(key)).findFirst();
	}

	/**
	 * @throws IllegalArgumentException when the release has no such document
	 */
	public OfficialDocumentKind get(ReleaseId release, String key) {
		return find(release, key)
			.orElseThrow(() -> new IllegalArgumentException("Release " + release + " has no paper " + key));
	}

}
