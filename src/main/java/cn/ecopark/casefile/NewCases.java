package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.StandardOfTheNamed;
import cn.ecopark.park.Park;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.RulePack;

/** Enters a new case, whoever or whatever begins it, and sets its procedure going. */
@Component
class NewCases {

	private final OpeningRules rules;

	private final Cases cases;

	private final FirstParties parties;

	private final ParkDrafts drafts;

	private final CaseProcess process;

	private final CaseFlow flow;

	private final Audit audit;

	private final CaseTime time;

	NewCases(OpeningRules rules, Cases cases, FirstParties parties, ParkDrafts drafts, CaseProcess process,
			CaseFlow flow, Audit audit, CaseTime time) {
		this.rules = rules;
		this.cases = cases;
		this.parties = parties;
		this.drafts = drafts;
		this.process = process;
		this.flow = flow;
		this.audit = audit;
		this.time = time;
	}

	/**
	 * @param because the ground, or the case that it follows
	 * @return the case, its procedure not yet started
	 */
	EcoCase add(KindOfCase kind, Park park, String because, RulePack pack) {
		this.rules.requireLawful(kind, park, pack);
		this.drafts.giveWayTo(kind, park);
		Instant now = this.time.now();
		EcoCase opened = new EcoCase(UUID.randomUUID().toString(), kind.process(), pack.release(),
				EcoCase.ParkOfCase.of(park), standard(kind, park, pack, now), null,
				pack.isBegunByThePark(kind) ? CaseStatus.DRAFT : CaseStatus.OPEN, null, null, now, null, null, null, 0);
		this.cases.add(opened);
		this.parties.join(opened, kind, pack, now);
		this.audit.record(Subject.ofCase(opened.id()), "case.opened",
				Map.of("kind", kind.process(), "park", park.name(), "because", because));
		return opened;
	}

	private static @Nullable String standard(KindOfCase kind, Park park, RulePack pack, Instant at) {
		return !kind.isPeriodic() ? park.standard() : StandardOfTheNamed.of(park.standard(), pack.standardInForce(),
				pack.standardBindsNamedFrom().orElse(null), LocalDate.ofInstant(at, CaseTime.ZONE));
	}

	/**
	 * @return the case, its first task waiting
	 */
	EcoCase start(EcoCase opened, KindOfCase kind) {
		this.flow.opened(opened);
		this.process.start(opened);
		if (kind.numbering().atOnce()) {
			this.flow.assignNumber(opened.id());
		}
		return this.cases.get(opened.id());
	}

}
