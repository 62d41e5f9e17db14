package cn.ecopark.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchHindrance;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.RecordRules;
import cn.ecopark.rulepack.Prerequisite;
import cn.ecopark.rulepack.Prerequisite.Need;
import cn.ecopark.rulepack.RulePacks;

/**
 * Where the rule pack asks for a notice before a joint decision, the park was before the
 * public until the end of its last day, whatever way the case has come.
 */
@Component
@Order(1)
class ShownBefore implements BatchHindrance {

	private final PublicNotices notices;

	private final RulePacks packs;

	private final CaseTime time;

	ShownBefore(PublicNotices notices, RulePacks packs, CaseTime time) {
		this.notices = notices;
		this.packs = packs;
		this.time = time;
	}

	@Override
	public Map<String, LegalRefusal> among(String kind, Collection<EcoCase> cases) {
		Map<String, LegalRefusal> found = new HashMap<>();
		List<String> ids = cases.stream().map(EcoCase::id).toList();
		Map<String, Map<String, LocalDate>> shown = new HashMap<>();
		for (EcoCase one : cases) {
			for (Prerequisite needed : this.packs.get(one.release()).prerequisitesOf(kind)) {
				if (needed.need() == Need.NOTICE) {
					LocalDate lastDay = shown
						.computeIfAbsent(needed.stage(), process -> this.notices.ended(process, ids))
						.get(one.id());
					LegalRefusal
						.of(() -> RecordRules.wasBeforeThePublic(one.park().name(), needed.label(), lastDay,
								this.time.today()))
						.ifPresent(lacks -> found.put(one.id(), lacks));
				}
			}
		}
		return found;
	}

}
