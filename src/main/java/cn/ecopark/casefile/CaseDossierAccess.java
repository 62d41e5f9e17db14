package cn.ecopark.casefile;

import org.springframework.stereotype.Component;

import cn.ecopark.dossier.DossierAccess;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.ReleaseId;

/** The documents of a case are read by whoever may read the case. */
@Component
class CaseDossierAccess implements DossierAccess {

	private final Cases cases;

	private final CaseAccess access;

	CaseDossierAccess(Cases cases, CaseAccess access) {
		this.cases = cases;
		this.access = access;
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

}
