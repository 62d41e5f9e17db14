package cn.ecopark.casefile;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseRefusals.CaseNotFound;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitKind;

/** Who may read which case. Every reading of a case, its documents, lists and searches goes through here. */
@Component
public class CaseAccess {

	private final Cases cases;

	private final CaseParties parties;

	private final OpenSteps steps;

	CaseAccess(Cases cases, CaseParties parties, OpenSteps steps) {
		this.cases = cases;
		this.parties = parties;
		this.steps = steps;
	}

	/**
	 * @return the case, when the actor may read it
	 * @throws CaseNotFound when there is none, or only its park may know that there is
	 * @throws NotYourCase when it is of another province, park or panel
	 */
	public EcoCase read(Actor actor, String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		if (!mayRead(actor, ecoCase)) {
			throw ecoCase.status() == CaseStatus.DRAFT ? new CaseNotFound() : new NotYourCase();
		}
		return ecoCase;
	}

	public boolean mayRead(Actor actor, EcoCase ecoCase) {
		if (actor.unitKind() == UnitKind.PARK) {
			return actor.unitId().equals(ecoCase.park().unitId());
		}
		return ecoCase.status() != CaseStatus.DRAFT && switch (actor.unitKind()) {
			case OFFICE, MINISTRY -> true;
			case PROVINCE_ECOLOGY, PROVINCE_COMMERCE, PROVINCE_SCIENCE ->
				ecoCase.park().provinceCode().equals(actor.provinceCode());
			case TECHNICAL_UNIT, EXPERT_POOL ->
				this.parties.takesPart(ecoCase.id(), actor.unitId(), actor.personId());
			default -> false;
		};
	}

	/** @return whether the actor may read the opinion; ballots and scores never reach the park */
	public boolean mayRead(Actor actor, Opinion opinion) {
		if (opinion.author().personId() == actor.personId()) {
			return true;
		}
		if (opinion.secret() && this.steps.isOpen(opinion.dossierId(), opinion.step().taskKey())) {
			return false;
		}
		return opinion.audience() == Audience.OWN_UNIT ? opinion.author().unitId().equals(actor.unitId())
				: audiencesOf(actor).contains(opinion.audience());
	}

	/** @return the audiences the actor belongs to */
	public static List<Audience> audiencesOf(Actor actor) {
		return actor.unitKind() == UnitKind.PARK ? List.of(Audience.PARK, Audience.PUBLIC)
				: List.of(Audience.AUTHORITIES, Audience.PARK, Audience.PUBLIC);
	}

}
