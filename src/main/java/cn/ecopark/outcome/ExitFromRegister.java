package cn.ecopark.outcome;

import java.time.LocalDate;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.FormerParkWaitsBeforeItReapplies;
import cn.ecopark.outcome.ActsOnRecord.Cited;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * 取消命名, 除名: what the joint decision makes of the park, and from when it may apply again.
 */
@Component
public class ExitFromRegister {

	private final Cases cases;

	private final ActsOnRecord acts;

	private final ParkHearing hearing;

	private final RulePacks packs;

	private final Parks parks;

	private final Audit audit;

	ExitFromRegister(Cases cases, ActsOnRecord acts, ParkHearing hearing, RulePacks packs, Parks parks, Audit audit) {
		this.cases = cases;
		this.acts = acts;
		this.hearing = hearing;
		this.packs = packs;
		this.parks = parks;
		this.audit = audit;
	}

	/**
	 * @throws cn.ecopark.law.LegalRefusal when the park was not heard, whatever the
	 * diagram says
	 */
	public void record(String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		this.hearing.require(ecoCase);
		RulePack pack = this.packs.get(ecoCase.release());
		Cited document = this.acts.require(ecoCase,
				this.parks.get(ecoCase.park().id())
					.lifeStatus()
					.formerly()
					.flatMap(former -> pack.resultMaking(ecoCase.kind(), former.name())));
		LocalDate reapplyFrom = reapplyFrom(pack, document.issuedOn());
		Park left = this.parks.recordExit(ecoCase.park().id(), ecoCase.release(), document.issuedOn(),
				document.number(), reapplyFrom);
		this.audit.record(Subject.ofCase(caseId), "park.left", Map.of("status", left.lifeStatus().name(), "number",
				document.number(), "reapplyFrom", reapplyFrom.toString()));
	}

	public static LocalDate reapplyFrom(RulePack pack, LocalDate decidedOn) {
		return FormerParkWaitsBeforeItReapplies.from(decidedOn, pack.setting("reapplyLockMonths").number());
	}

}
