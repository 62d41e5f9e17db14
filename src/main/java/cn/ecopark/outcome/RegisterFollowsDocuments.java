package cn.ecopark.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.casefile.Cases;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.law.NextRecheckIsCounted;
import cn.ecopark.officialdocument.DocumentConsequences;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.Reissue.Mistake;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkEvent.DayBound;
import cn.ecopark.park.PutDecisionsRight;
import cn.ecopark.park.RecheckResult;
import cn.ecopark.park.RecordedDecision;
import cn.ecopark.reference.ReferenceData;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;

/**
 * The register of parks says of a decision what the document says that holds: date,
 * number, the title as it was called then, when the next recheck falls due, from when a
 * former park may apply again. A park whose document is voided is what it was before.
 */
@Component
@Order(2)
class RegisterFollowsDocuments implements DocumentConsequences {

	private final PutDecisionsRight register;

	private final BatchItems items;

	private final Cases cases;

	private final RulePacks packs;

	private final ReferenceData reference;

	RegisterFollowsDocuments(PutDecisionsRight register, BatchItems items, Cases cases, RulePacks packs,
			ReferenceData reference) {
		this.register = register;
		this.items = items;
		this.cases = cases;
		this.packs = packs;
		this.reference = reference;
	}

	@Override
	public void requireReplaceable(OfficialDocument document, LocalDate issuedOn) {
		eachEntry(document,
				(park, entry) -> LegalRefusal.atInput(PutDecisionsRight.DATE, "f.issuedOn",
						() -> this.register.requireInOrder(park, entry.id(), entry.event()
							.statedIn(issuedOn, String.valueOf(document.number()), standing(park, entry, issuedOn)))));
	}

	@Override
	public void requireVoidable(OfficialDocument document) {
		eachEntry(document, (park, entry) -> this.register.requireUndoable(park, entry.id()));
	}

	@Override
	public void replaced(OfficialDocument wrong, OfficialDocument by, Mistake mistake) {
		eachEntry(wrong, (park, entry) -> {
			DayBound standing = standing(park, entry, by.issuedOn());
			ParkEvent corrected = entry.event().statedIn(by.issuedOn(), String.valueOf(by.number()), standing);
			this.register.replace(park, entry.id(), corrected, dueAfter(entry.event(), standing, by.issuedOn()),
					mistake.reason());
		});
	}

	@Override
	public void voided(OfficialDocument document, String reason) {
		eachEntry(document, (park, entry) -> this.register.undo(park, entry.id(), reason));
	}

	private void eachEntry(OfficialDocument document, BiConsumer<Long, RecordedDecision> act) {
		if (document.number() == null) {
			return;
		}
		String number = document.number().text();
		for (long park : parks(document.dossierId())) {
			Optional<RecordedDecision> entry = this.register.citing(park, number);
			entry.ifPresent(found -> act.accept(park, found));
		}
	}

	/** In the order of their ids, so that nobody waits in a circle. */
	private List<Long> parks(String dossierId) {
		List<Long> named = this.items.named(dossierId).stream().map(BatchItem::park).map(BatchItem.Park::id).toList();
		List<Long> all = named.isEmpty()
				? this.cases.find(dossierId).map(one -> List.of(one.park().id())).orElse(List.of()) : named;
		return all.stream().sorted().toList();
	}

	private DayBound standing(long park, RecordedDecision entry, LocalDate day) {
		ParkEvent event = entry.event();
		RulePack pack = pack(event);
		RecheckResult recheck = event.recheck();
		if (pack == null) {
			return new DayBound(event.titleName(), recheck, event.reapplyFrom());
		}
		return new DayBound(event.titleName() == null ? null : this.reference.requireTitleOn(pack.id(), day).zh(),
				recheck == null ? null
						: counted(recheck, pack, this.register.before(park, entry.id()).recheckDueOn(), day),
				event.reapplyFrom() == null ? null : ExitFromRegister.reapplyFrom(pack, day));
	}

	private static RecheckResult counted(RecheckResult recheck, RulePack pack, @Nullable LocalDate dueOn,
			LocalDate day) {
		return new RecheckResult(recheck.release(), recheck.grade(), recheck.result(), recheck.passed(),
				NextRecheckIsCounted.valueOf(pack.setting("recheckCountedFrom").value())
					.after(dueOn, day, pack.setting("recheckEveryYears").number()));
	}

	private @Nullable LocalDate dueAfter(ParkEvent event, DayBound standing, LocalDate day) {
		RecheckResult recheck = standing.recheck();
		RulePack pack = pack(event);
		if (recheck != null) {
			return recheck.nextDueOn();
		}
		return pack == null || standing.titleName() == null ? null
				: day.plusYears(pack.setting("recheckEveryYears").number());
	}

	private @Nullable RulePack pack(ParkEvent event) {
		ReleaseId under = event.decidedUnder();
		return under == null ? null : this.packs.get(under);
	}

}
