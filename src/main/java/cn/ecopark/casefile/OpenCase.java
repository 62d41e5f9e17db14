package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseRefusals.CaseAlreadyOpen;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.casefile.CaseRefusals.OtherCaseFirst;
import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.WrongLifeStatus;
import cn.ecopark.law.FormerParkWaitsBeforeItReapplies;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.RecheckBeginsOnlyWhenDue;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Refusal;

/**
 * Opens a case: the park begins its application, the Office a recheck or a revocation, or
 * another case has ended so that this one follows.
 */
@Component
public class OpenCase {

	private final Cases cases;

	private final CaseParties parties;

	private final Parks parks;

	private final CaseProcess process;

	private final ParkDrafts drafts;

	private final Surroundings surroundings;

	OpenCase(Cases cases, CaseParties parties, Parks parks, CaseProcess process, ParkDrafts drafts,
			Surroundings surroundings) {
		this.cases = cases;
		this.parties = parties;
		this.parks = parks;
		this.process = process;
		this.drafts = drafts;
		this.surroundings = surroundings;
	}

	/** What opening a case draws on besides the case itself. */
	@Component
	record Surroundings(Units units, RulePacks packs, CaseTime time, Audit audit, Timeline timeline, CaseFlow flow) {

		RulePack pack() {
			return this.packs.inForceOn(this.time.today());
		}

	}

	/**
	 * Opens a case of a kind that needs no ground.
	 * @return the new case, its first task waiting
	 */
	@Transactional
	public EcoCase open(CaseKind kind, long parkId, Actor actor) {
		return open(kind, parkId, null, actor);
	}

	/**
	 * @param ground why, told to the park; needed by some kinds only and not kept for
	 * others
	 * @return the new case, its first task waiting
	 * @throws ReasonMissing when the kind needs a ground and there is none
	 * @throws WrongLifeStatus when the park's status does not allow the procedure
	 * @throws CaseAlreadyOpen when the park has an open procedure that excludes it
	 * @throws OtherCaseFirst when a procedure of the park must end first
	 * @throws LegalRefusal when it is too early for it
	 * @throws NotYourCase when the actor may not begin it for that park
	 */
	@Transactional
	public EcoCase open(CaseKind kind, long parkId, @Nullable String ground, Actor actor) {
		Park park = this.parks.get(parkId);
		if (!mayOpen(actor, kind, park)) {
			throw new NotYourCase();
		}
		String reason = kind.needsGround() ? Reason.of(ground).text() : "";
		EcoCase opened = add(kind, park, reason);
		this.surroundings.timeline()
			.wrote(opened.id(), Audience.PARK, "casefile.timeline.opened", reason, actor.name(), null, kind.name());
		return start(opened);
	}

	/**
	 * Opens what the rule pack lets follow on the end of another case of the park.
	 * @throws WrongLifeStatus when the park's status does not allow the procedure
	 */
	@Transactional
	EcoCase follow(CaseKind kind, EcoCase ended) {
		EcoCase opened = add(kind, this.parks.get(ended.park().id()), ended.id());
		this.surroundings.timeline()
			.happened(opened.id(), Audience.PARK, "casefile.timeline.follows", kind.name(), ended.kind().name(),
					Objects.requireNonNullElse(ended.number(), ""));
		return start(opened);
	}

	/**
	 * @return why the procedure cannot begin for the park today; empty when nothing
	 * stands against it
	 */
	public Optional<Refusal> obstacle(CaseKind kind, Park park) {
		try {
			requireLawful(kind, park);
			return Optional.empty();
		}
		catch (Refusal refusal) {
			return Optional.of(refusal);
		}
	}

	private EcoCase add(CaseKind kind, Park park, String because) {
		requireLawful(kind, park);
		this.drafts.giveWayTo(kind, park);
		RulePack pack = this.surroundings.pack();
		Instant now = this.surroundings.time().now();
		EcoCase opened = new EcoCase(UUID.randomUUID().toString(), kind, pack.release(),
				new EcoCase.ParkOfCase(park.id(), park.name(), park.kind().name(), park.unitId(), park.provinceCode()),
				park.standard(), null, kind.isBegunByTheOffice() ? CaseStatus.OPEN : CaseStatus.DRAFT, null, null, now,
				null, null, null, 0);
		this.cases.add(opened);
		nameParties(opened, pack, now);
		this.surroundings.audit()
			.record(Subject.ofCase(opened.id()), "case.opened",
					Map.of("kind", kind.name(), "park", park.name(), "because", because));
		return opened;
	}

	private EcoCase start(EcoCase opened) {
		this.surroundings.flow().opened(opened);
		this.process.start(opened);
		if (opened.kind() == CaseKind.RECHECK) {
			this.surroundings.flow().submitted(opened.id());
			this.surroundings.flow().assignNumber(opened.id());
		}
		return this.cases.get(opened.id());
	}

	private void requireLawful(CaseKind kind, Park park) {
		if (!kind.mayStartIn(park.lifeStatus())) {
			throw new WrongLifeStatus(park.name());
		}
		for (EcoCase open : this.cases.ofPark(park.id())) {
			if (open.isOpen() && kind == CaseKind.REVOCATION && open.status() != CaseStatus.DRAFT) {
				throw new OtherCaseFirst(park.name(), open.kind(), open.number());
			}
			if (open.isOpen() && kind != CaseKind.REVOCATION) {
				throw new CaseAlreadyOpen(park.name());
			}
		}
		LocalDate today = this.surroundings.time().today();
		if (kind == CaseKind.RECHECK) {
			RecheckBeginsOnlyWhenDue.require(park.name(), park.recheckDueOn(),
					this.surroundings.pack().setting("recheckLeadMonths").number(), today);
		}
		if (kind == CaseKind.CREATION) {
			FormerParkWaitsBeforeItReapplies.require(park.name(), this.parks.reapplyFrom(park).orElse(null), today);
		}
	}

	/**
	 * @return whether it is the actor's unit that begins such a procedure for the park
	 */
	public static boolean mayOpen(Actor actor, CaseKind kind, Park park) {
		return actor.worksOnCases() && (kind.isBegunByTheOffice() ? actor.unitKind() == UnitKind.OFFICE
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
