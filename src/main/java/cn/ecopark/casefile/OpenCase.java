package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseRefusals.CaseAlreadyOpen;
import cn.ecopark.casefile.CaseRefusals.NoSuchProcedure;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.casefile.CaseRefusals.OtherCaseFirst;
import cn.ecopark.casefile.CaseRefusals.ReasonMissing;
import cn.ecopark.casefile.CaseRefusals.WrongLifeStatus;
import cn.ecopark.law.FormerParkWaitsBeforeItReapplies;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.RecheckBeginsOnlyWhenDue;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.shared.Refusal;

/**
 * Opens a case: whom its rule pack lets begin it has begun it, or another case has ended
 * so that this one follows.
 */
@Component
public class OpenCase {

	private final Cases cases;

	private final FirstParties parties;

	private final Parks parks;

	private final CaseProcess process;

	private final ParkDrafts drafts;

	private final Surroundings surroundings;

	OpenCase(Cases cases, FirstParties parties, Parks parks, CaseProcess process, ParkDrafts drafts,
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
	record Surroundings(RulePacks packs, CaseTime time, Audit audit, Timeline timeline, CaseFlow flow) {

		RulePack pack() {
			return this.packs.inForceOn(this.time.today());
		}

		String called(EcoCase other) {
			return this.packs.get(other.release()).kindOfCase(other.kind()).label().in(LocaleContextHolder.getLocale());
		}

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
	 * @throws LegalRefusal when it is too early for it
	 * @throws NotYourCase when the actor may not begin it for that park
	 */
	@Transactional
	public EcoCase open(String process, long parkId, @Nullable String ground, Actor actor) {
		Park park = this.parks.get(parkId);
		RulePack pack = this.surroundings.pack();
		KindOfCase kind = kind(process, pack);
		if (!mayOpen(actor, kind, park, pack)) {
			throw new NotYourCase();
		}
		String reason = kind.needsGround() ? Reason.of(ground).text() : "";
		EcoCase opened = add(kind, park, reason, pack);
		this.surroundings.timeline()
			.wrote(opened.id(), Audience.PARK, "casefile.timeline.opened", reason, actor.name(), null, process);
		return start(opened, kind);
	}

	/**
	 * Opens what the rule pack lets follow on the end of another case of the park.
	 * @throws WrongLifeStatus when the park's status does not allow the procedure
	 */
	@Transactional
	EcoCase follow(String process, EcoCase ended) {
		RulePack pack = this.surroundings.pack();
		KindOfCase kind = kind(process, pack);
		EcoCase opened = add(kind, this.parks.get(ended.park().id()), ended.id(), pack);
		this.surroundings.timeline()
			.happened(opened.id(), Audience.PARK, "casefile.timeline.follows", process, ended.kind(),
					Objects.requireNonNullElse(ended.number(), ""));
		return start(opened, kind);
	}

	/**
	 * @return the procedures that the actor's unit begins for the park, in its present
	 * status
	 */
	public List<KindOfCase> offered(Actor actor, Park park) {
		RulePack pack = this.surroundings.pack();
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
			requireLawful(kind, park, this.surroundings.pack());
			return Optional.empty();
		}
		catch (Refusal refusal) {
			return Optional.of(refusal);
		}
	}

	private static KindOfCase kind(String process, RulePack pack) {
		return pack.findKindOfCase(process).orElseThrow(NoSuchProcedure::new);
	}

	private EcoCase add(KindOfCase kind, Park park, String because, RulePack pack) {
		requireLawful(kind, park, pack);
		this.drafts.giveWayTo(kind, park);
		Instant now = this.surroundings.time().now();
		EcoCase opened = new EcoCase(UUID.randomUUID().toString(), kind.process(), pack.release(),
				new EcoCase.ParkOfCase(park.id(), park.name(), park.kind().name(), park.unitId(), park.provinceCode()),
				park.standard(), null, pack.isBegunByThePark(kind) ? CaseStatus.DRAFT : CaseStatus.OPEN, null, null,
				now, null, null, null, 0);
		this.cases.add(opened);
		this.parties.join(opened, kind, pack, now);
		this.surroundings.audit()
			.record(Subject.ofCase(opened.id()), "case.opened",
					Map.of("kind", kind.process(), "park", park.name(), "because", because));
		return opened;
	}

	private EcoCase start(EcoCase opened, KindOfCase kind) {
		this.surroundings.flow().opened(opened);
		this.process.start(opened);
		if (kind.numbering().atOnce()) {
			this.surroundings.flow().assignNumber(opened.id());
		}
		return this.cases.get(opened.id());
	}

	private void requireLawful(KindOfCase kind, Park park, RulePack pack) {
		if (!isOfItsStatus(kind, park)) {
			throw new WrongLifeStatus(park.name(), kind.label().in(LocaleContextHolder.getLocale()));
		}
		for (EcoCase open : this.cases.ofPark(park.id())) {
			if (open.isOpen() && !kind.needsGround()) {
				throw new CaseAlreadyOpen(park.name());
			}
			if (open.isOpen() && open.status() != CaseStatus.DRAFT) {
				throw new OtherCaseFirst(park.name(), this.surroundings.called(open), open.number());
			}
		}
		LocalDate today = this.surroundings.time().today();
		if (kind.isPeriodic()) {
			RecheckBeginsOnlyWhenDue.require(park.name(), park.recheckDueOn(),
					pack.setting("recheckLeadMonths").number(), today);
		}
		if (pack.isBegunByThePark(kind)) {
			FormerParkWaitsBeforeItReapplies.require(park.name(), this.parks.reapplyFrom(park).orElse(null), today);
		}
	}

	private static boolean isOfItsStatus(KindOfCase kind, Park park) {
		return kind.mayStartIn().contains(park.lifeStatus().name());
	}

	/** Whether it is the actor's unit that begins such a procedure for the park. */
	private static boolean mayOpen(Actor actor, KindOfCase kind, Park park, RulePack pack) {
		return actor.worksOnCases() && (pack.isBegunByThePark(kind) ? actor.unitId().equals(park.unitId())
				: actor.unitKind().name().equals(pack.role(kind.begunBy()).unitKind()));
	}

}
