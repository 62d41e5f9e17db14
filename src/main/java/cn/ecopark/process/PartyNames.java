package cn.ecopark.process;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchFlow;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

/** The bodies that a step asks in the name of all that decide together. */
@Component
class PartyNames {

	private final ObjectProvider<BatchFlow> batches;

	private final RulePacks packs;

	private final ReferenceData reference;

	private final CaseTime time;

	PartyNames(ObjectProvider<BatchFlow> batches, RulePacks packs, ReferenceData reference, CaseTime time) {
		this.batches = batches;
		this.packs = packs;
		this.reference = reference;
		this.time = time;
	}

	/**
	 * @param stage what is said when nobody decides on the day
	 * @return ids of the bodies that a batch still asks; outside of a batch those of
	 * today
	 */
	List<String> asked(@Nullable String batchId, ReleaseId release, Supplier<String> stage) {
		if (batchId != null) {
			return this.batches.getObject().toBeAsked(batchId);
		}
		return this.reference.requirePartiesOn(release.pack(), this.time.today(),
				this.packs.get(release).stageLabel(stage.get()));
	}

}
