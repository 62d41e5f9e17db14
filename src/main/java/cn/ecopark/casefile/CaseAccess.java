package cn.ecopark.casefile;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseRefusals.CaseNotFound;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.UnitLevel;

/**
 * Who may read which case. Every reading of a case, its documents, lists and searches
 * goes through here.
 */
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
	 * @throws NotYourCase when it is of another area, park or panel
	 */
	public EcoCase read(Actor actor, String caseId) {
		EcoCase ecoCase = this.cases.get(caseId);
		if (!mayRead(actor, ecoCase)) {
			throw ecoCase.status() == CaseStatus.DRAFT ? new CaseNotFound() : new NotYourCase();
		}
		return ecoCase;
	}

	public boolean mayRead(Actor actor, EcoCase ecoCase) {
		if (actor.unitLevel() == UnitLevel.PARK) {
			return actor.unitId().equals(ecoCase.park().unitId());
		}
		return ecoCase.status() != CaseStatus.DRAFT && switch (actor.unitLevel()) {
			case OFFICE, MINISTRY -> true;
			case PROVINCE, CITY ->
				ecoCase.park().areaAt(actor.unitLevel()).filter(area -> area.equals(actor.areaCode())).isPresent();
			case TECHNICAL_UNIT, EXPERT_POOL -> this.parties.takesPart(ecoCase.id(), actor.unitId(), actor.personId());
			default -> false;
		};
	}

	/**
	 * The same rule for lists and searches, where the database chooses.
	 * @return a condition on rows of {@code eco_case c}, with what its parameters mean
	 */
	public static Readable readable(Actor actor) {
		String condition = switch (actor.unitLevel()) {
			case PARK -> "c.park_unit_id = :readerUnit";
			case OFFICE, MINISTRY -> "c.status <> 'DRAFT'";
			case PROVINCE -> "c.status <> 'DRAFT' AND c.province_code = :readerArea";
			case CITY -> "c.status <> 'DRAFT' AND c.city_code = :readerArea";
			case TECHNICAL_UNIT, EXPERT_POOL -> """
					c.status <> 'DRAFT' AND EXISTS (SELECT 1 FROM case_party p WHERE p.case_id = c.id
					                                   AND (p.unit_id = :readerUnit OR p.person_id = :readerPerson))""";
			default -> "FALSE";
		};
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("readerUnit", actor.unitId());
		parameters.put("readerPerson", actor.personId());
		parameters.put("readerArea", actor.areaCode() == null ? "" : actor.areaCode());
		return new Readable("(" + condition + ")", parameters);
	}

	/** What a reader may see of the table of cases. */
	public record Readable(String sql, Map<String, Object> parameters) {
	}

	/**
	 * @return whether the actor may read the opinion; ballots and scores never reach the
	 * park
	 */
	public boolean mayRead(Actor actor, Opinion opinion) {
		if (opinion.author().personId() == actor.personId()) {
			return true;
		}
		if (opinion.secret() && this.steps.isOpen(opinion.dossierId(), opinion.step())) {
			return false;
		}
		return isFor(actor, opinion.audience(), opinion.author().unitId(), opinion.author().personId());
	}

	/**
	 * The rule for whatever somebody wrote in a case that the actor may read. Experts
	 * share a unit that is none: each has his own.
	 * @return whether the actor is one of those it was written for
	 */
	public static boolean isFor(Actor actor, Audience audience, String authorUnitId, long authorId) {
		if (audience != Audience.OWN_UNIT) {
			return Audience.of(actor).contains(audience);
		}
		return actor.unitLevel() == UnitLevel.EXPERT_POOL ? authorId == actor.personId()
				: authorUnitId.equals(actor.unitId());
	}

}
