package cn.ecopark.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.law.IssueRules;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * 适用标准: what a joint document says each park is judged by. Where the draft has a field
 * per type of park, the document fixes it; elsewhere it cites the one the park has.
 */
@Component
class JointStandards {

	/** Fields of the draft, one per type of park. */
	private static final String FIELD = "standard_";

	private final JointText text;

	private final BatchItems items;

	private final RulePacks packs;

	JointStandards(JointText text, BatchItems items, RulePacks packs) {
		this.text = text;
		this.items = items;
		this.packs = packs;
	}

	/**
	 * The draft must have a standard for each type of park in the batch, if it fixes
	 * standards at all.
	 * @throws cn.ecopark.law.LegalRefusal at the field of the type
	 */
	void check(Batch batch, Opinion draft) {
		if (fixesStandards(draft)) {
			this.items.in(batch.id()).forEach(item -> check(this.packs.get(batch.release()), item, draft));
		}
	}

	/** Fixes for each of these parks what the draft chose for its type. */
	void fix(Batch batch, List<BatchItem> in) {
		Optional<Opinion> draft = this.text.drafted(batch.id()).filter(JointStandards::fixesStandards);
		if (draft.isPresent()) {
			for (BatchItem item : in) {
				check(this.packs.get(batch.release()), item, draft.get());
				this.items.fixStandard(item, draft.get().field(FIELD + item.park().kind()));
			}
		}
	}

	/**
	 * @return code of the standard the document names for the park of that case
	 */
	@Nullable String of(String batchId, EcoCase ecoCase) {
		return this.text.drafted(batchId)
			.map(draft -> draft.field(FIELD + ecoCase.park().kind()))
			.filter(chosen -> !chosen.isBlank())
			.orElse(ecoCase.standard());
	}

	private static void check(RulePack pack, BatchItem item, Opinion draft) {
		String type = item.park().kind();
		String chosen = draft.field(FIELD + type);
		IssueRules.standardOfItsType(item.park().name(), type, chosen, "f." + FIELD + type,
				chosen.isBlank() ? List.of() : pack.standard(chosen).parkTypes());
	}

	private static boolean fixesStandards(Opinion draft) {
		Map<String, Object> fields = draft.fields();
		return fields.keySet().stream().anyMatch(key -> key.startsWith(FIELD));
	}

}
