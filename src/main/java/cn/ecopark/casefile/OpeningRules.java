package cn.ecopark.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseRefusals.CaseAlreadyOpen;
import cn.ecopark.casefile.CaseRefusals.NoDepartment;
import cn.ecopark.casefile.CaseRefusals.OtherCaseFirst;
import cn.ecopark.casefile.CaseRefusals.WrongLifeStatus;
import cn.ecopark.law.FormerParkWaitsBeforeItReapplies;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.RecheckBeginsOnlyWhenDue;
import cn.ecopark.law.StandingIsHeldForItsTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.MergeParks.ParkIsMerged;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkMergers;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;

/** Who may begin which procedure for a park, and what stands against it today. */
@Component
public class OpeningRules {

	private final Cases cases;

	private final Parks parks;

	private final RulePacks packs;

	private final FirstParties parties;

	private final ParkMergers mergers;

	private final CaseTime time;

	OpeningRules(Cases cases, Parks parks, RulePacks packs, FirstParties parties, ParkMergers mergers, CaseTime time) {
		this.parties = parties;
		this.cases = cases;
		this.parks = parks;
		this.packs = packs;
		this.mergers = mergers;
		this.time = time;
	}

	/**
	 * @return the procedures that the actor's unit begins for the park, in its present
	 * status
	 */
	public List<KindOfCase> offered(Actor actor, Park park) {
		RulePack pack = packInForce();
		return pack.kindsOfCase()
			.stream()
			.filter(kind -> isOfItsStatus(kind, park) && mayOpen(actor, kind, park, pack))
			.toList();
	}

	/**
	 * @return why the procedure cannot begin for the park today; empty when nothing
	 * stands against it
	 */
	public Optional<Refusal> obstacle(KindOfCase kind, Park park) {
		try {
			requireLawful(kind, park, packInForce());
			return Optional.empty();
		}
		catch (Refusal refusal) {
			return Optional.of(refusal);
		}
	}

	/** New cases go by the pack of the day. */
	RulePack packInForce() {
		return this.packs.inForceOn(this.time.today());
	}

	/** Whether it is the actor's unit that begins such a procedure for the park. */
	static boolean mayOpen(Actor actor, KindOfCase kind, Park park, RulePack pack) {
		return actor.worksOnCases() && (pack.isBegunByThePark(kind) ? actor.unitId().equals(park.unitId())
				: actor.unitKind().code().equals(pack.role(kind.begunBy()).unitKind()));
	}

	/**
	 * @throws WrongLifeStatus when the park's status does not allow the procedure
	 * @throws ParkIsMerged when the park has become part of another; what the Office
	 * begins with a ground of its own, as to take a title, may still begin
	 * @throws CaseAlreadyOpen when the park has an open procedure that excludes it
	 * @throws OtherCaseFirst when a procedure of the park must end first
	 * @throws NoDepartment when the park's province or city lacks a department that takes
	 * part
	 * @throws LegalRefusal when it is too early for it
	 */
	void requireLawful(KindOfCase kind, Park park, RulePack pack) {
		if (!isOfItsStatus(kind, park)) {
			throw new WrongLifeStatus(park.name(), kind.label().in(LocaleContextHolder.getLocale()));
		}
		if (!kind.needsGround()) {
			this.mergers.of(park.id()).ifPresent(merger -> {
				throw new ParkIsMerged(park.name(), this.parks.get(merger.into()).name());
			});
		}
		for (EcoCase open : this.cases.ofPark(park.id())) {
			if (open.isOpen() && !kind.needsGround()) {
				throw new CaseAlreadyOpen(park.name());
			}
			if (open.isOpen() && open.status() != CaseStatus.DRAFT) {
				throw new OtherCaseFirst(park.name(), called(open), open.number());
			}
		}
		LocalDate today = this.time.today();
		this.parties.lacking(kind, pack, EcoCase.ParkOfCase.of(park), today).ifPresent(role -> {
			throw new NoDepartment(park.name(), called(role));
		});
		if (kind.isPeriodic()) {
			RecheckBeginsOnlyWhenDue.require(park.name(), park.recheckDueOn(),
					pack.setting("recheckLeadMonths").number(), today);
		}
		StandingIsHeldForItsTime.require(park.name(), park.standingSince(), pack.heldMonths(kind), today);
		if (pack.isBegunByThePark(kind)) {
			FormerParkWaitsBeforeItReapplies.require(park.name(), this.parks.reapplyFrom(park).orElse(null), today);
		}
	}

	private static boolean isOfItsStatus(KindOfCase kind, Park park) {
		return kind.mayStartIn().contains(park.lifeStatus().name());
	}

	private static String called(Role role) {
		return Texts.english(LocaleContextHolder.getLocale()) ? role.englishLabel() : role.label();
	}

	private String called(EcoCase other) {
		return this.packs.get(other.release()).kindOfCase(other.kind()).label().in(LocaleContextHolder.getLocale());
	}

}
