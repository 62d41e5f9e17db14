package cn.ecopark.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.Cases;
import cn.ecopark.dossier.DossierAccess;
import cn.ecopark.notice.NoticeRefusals.NotYourObjection;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.worklist.WorkItemHolders;

/**
 * Who may read an objection and its documents: the Office, and whoever has or had it to
 * look into. Never the park.
 */
@Component
public class ObjectionAccess implements DossierAccess {

	private final Objections objections;

	private final Cases cases;

	private final WorkItemHolders holders;

	ObjectionAccess(Objections objections, Cases cases, WorkItemHolders holders) {
		this.objections = objections;
		this.cases = cases;
		this.holders = holders;
	}

	/**
	 * @return the objection
	 * @throws NoticeRefusals.ObjectionNotFound when there is none
	 * @throws NotYourObjection when the actor has nothing to do with it
	 */
	public Objection read(Actor actor, String objectionId) {
		Objection objection = this.objections.get(objectionId);
		if (!mayRead(actor, objectionId)) {
			throw new NotYourObjection();
		}
		return objection;
	}

	/**
	 * @return whether the actor may know who objected
	 */
	public boolean mayKnowObjector(Actor actor) {
		return actor.unitLevel() == UnitLevel.OFFICE && actor.worksOnCases();
	}

	/**
	 * @return how much of each the actor may read, who may read their case or batch; by
	 * id
	 */
	public Map<String, ObjectionDisclosure> disclosed(Actor actor, Collection<Objection> objections) {
		boolean mayHandle = actor.worksOnCases() && actor.unitLevel() != UnitLevel.OFFICE
				&& actor.unitLevel() != UnitLevel.PARK;
		Set<String> handled = mayHandle
				? this.holders.workedOnBy(objections.stream().map(Objection::id).toList(), actor.unitId()) : Set.of();
		return objections.stream()
			.collect(
					Collectors.toMap(Objection::id,
							objection -> actor.worksOnCases() ? ObjectionDisclosure.to(actor.unitLevel(),
									handled.contains(objection.id()), objection.state())
									: ObjectionDisclosure.NOTHING));
	}

	@Override
	public boolean knows(String dossierId) {
		return this.objections.find(dossierId).isPresent();
	}

	@Override
	public ReleaseId release(String dossierId) {
		return this.cases.get(this.objections.get(dossierId).caseId()).release();
	}

	@Override
	public boolean mayRead(Actor actor, String dossierId) {
		return knows(dossierId) && actor.unitLevel() != UnitLevel.PARK && actor.worksOnCases()
				&& (actor.unitLevel() == UnitLevel.OFFICE || this.holders.isWorkedOnBy(dossierId, actor.unitId()));
	}

}
