package cn.ecopark.casefile;

import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.DossierAccess;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.ReleaseId;

/**
 * The documents of a case are read by whoever may read the case; a plan that was adopted
 * in it also by whoever may read a case that is measured by the plan.
 */
@Component
class CaseDossierAccess implements DossierAccess {

	private final Cases cases;

	private final CaseAccess access;

	private final RevisedPlans plans;

	CaseDossierAccess(Cases cases, CaseAccess access, RevisedPlans plans) {
		this.cases = cases;
		this.access = access;
		this.plans = plans;
	}

	@Override
	public boolean knows(String dossierId) {
		return this.cases.find(dossierId).isPresent();
	}

	@Override
	public ReleaseId release(String dossierId) {
		return this.cases.get(dossierId).release();
	}

	@Override
	public boolean mayRead(Actor actor, String dossierId) {
		return this.cases.find(dossierId).filter(found -> this.access.mayRead(actor, found)).isPresent();
	}

	@Override
	public Set<String> openOutside(Actor actor, String dossierId) {
		return this.cases.find(dossierId)
			.filter(found -> this.plans.isMeasureFor(actor, found))
			.map(this.plans::kindsOfPlan)
			.orElse(Set.of());
	}

}
