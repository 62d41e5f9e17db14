package cn.ecopark.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseRefusals.CaseAlreadyOpen;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.casefile.CaseRefusals.WrongLifeStatus;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/** Opens a case: the park begins its application, or the Office begins a recheck. */
@Component
public class OpenCase {

	private final Cases cases;

	private final CaseParties parties;

	private final Parks parks;

	private final CaseProcess process;

	private final Surroundings surroundings;

	OpenCase(Cases cases, CaseParties parties, Parks parks, CaseProcess process, Surroundings surroundings) {
		this.cases = cases;
		this.parties = parties;
		this.parks = parks;
		this.process = process;
		this.surroundings = surroundings;
	}

	/** What opening a case draws on besides the case itself. */
	@Component
	record Surroundings(Units units, RulePacks packs, CaseTime time, Audit audit, Timeline timeline, CaseFlow flow) {
	}

	/**
	 * @return the new case, its first task waiting with the park
	 * @throws WrongLifeStatus when the park's status does not allow the procedure
	 * @throws CaseAlreadyOpen when the park has an open procedure that excludes it
	 * @throws NotYourCase when the actor may not begin it for that park
	 */
	@Transactional
	public EcoCase open(CaseKind kind, long parkId, Actor actor) {
		Park park = this.parks.get(parkId);
		if (!mayOpen(actor, kind, park)) {
			throw new NotYourCase();
		}
		if (!kind.mayStartIn(park.lifeStatus())) {
			throw new WrongLifeStatus(park.name());
		}
		boolean excluded = this.cases.ofPark(parkId).stream().anyMatch(EcoCase::isOpen);
		if (excluded) {
			throw new CaseAlreadyOpen(park.name());
		}
		RulePack pack = this.surroundings.packs().inForceOn(this.surroundings.time().today());
		Instant now = this.surroundings.time().now();
		EcoCase opened = new EcoCase(UUID.randomUUID().toString(), kind, pack.id(),
				new EcoCase.ParkOfCase(park.id(), park.name(), park.kind().name(), park.unitId(), park.provinceCode()),
				park.standard(), null, kind == CaseKind.RECHECK ? CaseStatus.OPEN : CaseStatus.DRAFT, null, null, now,
				null, null, null, 0);
		this.cases.add(opened);
		nameParties(opened, pack, now);
		this.surroundings.audit()
			.record(Subject.ofCase(opened.id()), "case.opened", Map.of("kind", kind.name(), "park", park.name()));
		this.surroundings.timeline()
			.wrote(opened.id(), Audience.PARK, "casefile.timeline.opened", "", actor.name(), null, kind.name());
		this.surroundings.flow().opened(opened);
		this.process.start(opened);
		if (kind == CaseKind.RECHECK) {
			this.surroundings.flow().submitted(opened.id());
			this.surroundings.flow().assignNumber(opened.id());
		}
		return this.cases.get(opened.id());
	}

	/**
	 * @return whether it is the actor's unit that begins such a procedure for the park
	 */
	public static boolean mayOpen(Actor actor, CaseKind kind, Park park) {
		return actor.worksOnCases() && (kind == CaseKind.RECHECK ? actor.unitKind() == UnitKind.OFFICE
				: actor.unitId().equals(park.unitId()));
	}

	private void nameParties(EcoCase opened, RulePack pack, Instant now) {
		this.parties.addUnit(opened.id(), "PARK", opened.park().unitId(), now);
		for (UnitKind kind : List.of(UnitKind.PROVINCE_ECOLOGY, UnitKind.PROVINCE_COMMERCE,
				UnitKind.PROVINCE_SCIENCE)) {
			this.surroundings.units()
				.byKindAndProvince(kind, opened.park().provinceCode())
				.ifPresent(unit -> this.parties.addUnit(opened.id(), kind.name(), unit.id(), now));
		}
		pack.technicalUnitOf(opened.kind().process())
			.ifPresent(unit -> this.parties.addUnit(opened.id(), UnitKind.TECHNICAL_UNIT.name(), unit, now));
	}

}
