package cn.ecopark.worklist.web;

import java.util.Locale;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.Role.Resolve;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.WorkItem;

/** What whoever acts next in a case is called today. */
@Component
class HandlerNames {

	private final CaseParties parties;

	private final Units units;

	private final CaseTime time;

	HandlerNames(CaseParties parties, Units units, CaseTime time) {
		this.parties = parties;
		this.units = units;
		this.time = time;
	}

	/**
	 * @return the unit that has the role in the case; where none has it yet, the role
	 */
	String of(WorkItem item, RulePack pack, String role, Locale locale) {
		String caseId = item.subject().caseId();
		Role known = pack.roles().get(role);
		String unit = known != null && known.resolve() == Resolve.KIND ? Units.OFFICE
				: caseId == null ? null : this.parties.unitInRole(caseId, role).orElse(null);
		return unit == null ? roleLabel(pack, role, locale) : this.units.shortNameOn(unit, this.time.today());
	}

	private static String roleLabel(RulePack pack, String role, Locale locale) {
		Role known = pack.roles().get(role);
		return known == null ? role : Texts.english(locale) ? known.englishLabel() : known.label();
	}

}
