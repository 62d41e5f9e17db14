package cn.ecopark.outcome;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchHindrance;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.RulePacks;

/**
 * Nothing is decided against a park that was not heard, whatever way its case has come.
 */
@Component
@Order(1)
class HeardBefore implements BatchHindrance {

	private final ParkHearing hearing;

	private final RulePacks packs;

	HeardBefore(ParkHearing hearing, RulePacks packs) {
		this.hearing = hearing;
		this.packs = packs;
	}

	@Override
	public Map<String, LegalRefusal> among(String kind, Collection<EcoCase> cases) {
		Map<String, LegalRefusal> found = new HashMap<>();
		cases.stream()
			.filter(one -> this.packs.get(one.release())
				.prerequisitesOf(kind)
				.stream()
				.anyMatch(needed -> needed.need() == Need.HEARING))
			.forEach(one -> LegalRefusal.of(() -> this.hearing.require(one))
				.ifPresent(lacks -> found.put(one.id(), lacks)));
		return found;
	}

}
