package cn.ecopark.casefile;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.CaseRefusals.BegunByOthers;
import cn.ecopark.casefile.CaseRefusals.CaseAlreadyOpen;
import cn.ecopark.casefile.CaseRefusals.NoDepartment;
import cn.ecopark.casefile.CaseRefusals.NoSuchProcedure;
import cn.ecopark.casefile.CaseRefusals.OtherCaseFirst;
import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.WrongLifeStatus;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.RulePack;

/**
 * Opens a case: whom its rule pack lets begin it has begun it, or another case has ended
 * so that this one follows.
 */
@Component
public class OpenCase {

	private final Parks parks;

	private final Timeline timeline;

	private final OpeningRules rules;

	private final NewCases newCases;

	OpenCase(Parks parks, Timeline timeline, OpeningRules rules, NewCases newCases) {
		this.parks = parks;
		this.timeline = timeline;
		this.rules = rules;
		this.newCases = newCases;
	}

	/**
	 * Opens a case of a kind that needs no ground.
	 * @return the new case, its first task waiting
	 */
	@Transactional
	public EcoCase open(String process, long parkId, Actor actor) {
		return open(process, parkId, null, actor);
	}

	/**
	 * @param process the procedure of the pack in force that is begun
	 * @param ground why, told to the park; needed by some kinds only and not kept for
	 * others
	 * @return the new case, its first task waiting
	 * @throws NoSuchProcedure when the pack has no such kind of case
	 * @throws ReasonMissing when the kind needs a ground and there is none
	 * @throws WrongLifeStatus when the park's status does not allow the procedure
	 * @throws CaseAlreadyOpen when the park has an open procedure that excludes it
	 * @throws OtherCaseFirst when a procedure of the park must end first
	 * @throws NoDepartment when the park's province or city lacks a department that takes
	 * part
	 * @throws LegalRefusal when it is too early for it
	 * @throws BegunByOthers when it is not for the actor to begin it for that park
	 */
	@Transactional
	public EcoCase open(String process, long parkId, @Nullable String ground, Actor actor) {
		Park park = this.parks.get(parkId);
		RulePack pack = this.rules.packInForce();
		KindOfCase kind = kind(process, pack);
		if (!OpeningRules.mayOpen(actor, kind, park, pack)) {
			throw new BegunByOthers(kind.label().in(LocaleContextHolder.getLocale()), park.name());
		}
		String reason = kind.needsGround() ? Reason.of(ground).text() : "";
		EcoCase opened = this.newCases.add(kind, park, reason, pack);
		this.timeline.wrote(opened.id(), Audience.PARK, "casefile.timeline.opened", reason, actor.name(), null,
				process);
		return this.newCases.start(opened, kind);
	}

	/**
	 * Opens what the rule pack lets follow on the end of another case of the park.
	 * @throws WrongLifeStatus when the park's status does not allow the procedure
	 */
	@Transactional
	EcoCase follow(String process, EcoCase ended) {
		RulePack pack = this.rules.packInForce();
		KindOfCase kind = kind(process, pack);
		EcoCase opened = this.newCases.add(kind, this.parks.get(ended.park().id()), ended.id(), pack);
		this.timeline.happened(opened.id(), Audience.PARK, "casefile.timeline.follows", process, ended.kind(),
				Objects.requireNonNullElse(ended.number(), ""));
		return this.newCases.start(opened, kind);
	}

	/**
	 * Opens for the park what goes on with a closed case of it.
	 * @throws cn.ecopark.shared.Refusal when no such case of the park can begin today
	 */
	@Transactional
	EcoCase continueClosed(EcoCase former) {
		RulePack pack = this.rules.packInForce();
		KindOfCase kind = kind(former.kind(), pack);
		return this.newCases.start(this.newCases.add(kind, this.parks.get(former.park().id()), former.id(), pack),
				kind);
	}

	private static KindOfCase kind(String process, RulePack pack) {
		return pack.findKindOfCase(process).orElseThrow(NoSuchProcedure::new);
	}

}
