package cn.ecopark.batch;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.RulePacks;

/** Which bodies decide jointly on a batch. */
@Component
class Ministries {

	private final RulePacks packs;

	Ministries(RulePacks packs) {
		this.packs = packs;
	}

	/**
	 * @return ids of the units, lead body first
	 */
	List<String> of(Batch batch) {
		return this.packs.get(batch.pack()).ministriesOn(batch.decidedOn());
	}

}
