package cn.ecopark.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.Rectifications;
import cn.ecopark.expert.Panels;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.WorkItem;

/**
 * Resolves the symbolic roles of the diagrams to units and people, through the parties of
 * the case.
 */
@Component
class TaskHolders {

	private final CaseParties parties;

	private final Panels panels;

	private final Rectifications rectifications;

	private final RulePacks packs;

	private final Callers callers;

	TaskHolders(CaseParties parties, Panels panels, Rectifications rectifications, RulePacks packs, Callers callers) {
		this.callers = callers;
		this.packs = packs;
		this.parties = parties;
		this.panels = panels;
		this.rectifications = rectifications;
	}

	/**
	 * @throws NobodyInRole when the case has nobody in that role: a fault of data, not of
	 * a user
	 */
	WorkItem.Holder holder(String role, DelegateTask task, Dossier dossier) {
		return switch (this.packs.get(ReleaseId.of(task.getTenantId())).role(role).resolve()) {
			case KIND -> unit(role, Units.OFFICE);
			case DECISION -> unit(role, (String) task.getVariable("party"));
			case EXPERTS, PANEL -> member(role, String.valueOf(task.getVariable("party")));
			case LEADER -> person(role, this.panels.leader(caseOf(role, dossier), this.callers.stage(task))
				.orElseThrow(() -> new NobodyInRole(role)));
			case ORDERER -> unit(role,
					this.rectifications.latest(caseOf(role, dossier))
						.orElseThrow(() -> new NobodyInRole(role))
						.orderer());
			case PARTY -> unit(role,
					this.parties.unitInRole(caseOf(role, dossier), role).orElseThrow(() -> new NobodyInRole(role)));
		};
	}

	/** Experts sit on a panel as persons, departments as units. */
	private static WorkItem.Holder member(String role, String party) {
		return party.matches("\\d+") ? person(role, Long.parseLong(party)) : unit(role, party);
	}

	private static String caseOf(String role, Dossier dossier) {
		String caseId = dossier.caseId();
		if (caseId == null) {
			throw new NobodyInRole(role);
		}
		return caseId;
	}

	private static WorkItem.Holder unit(String role, String unitId) {
		return new WorkItem.Holder(role, unitId, null, null);
	}

	private static WorkItem.Holder person(String role, long personId) {
		return new WorkItem.Holder(role, null, personId, null);
	}

	/** Nobody has the role the diagram names. */
	static final class NobodyInRole extends RuntimeException {

		NobodyInRole(String role) {
			super("Nobody in the role " + role);
		}

	}

}
