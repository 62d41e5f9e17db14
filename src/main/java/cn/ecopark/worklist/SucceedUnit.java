package cn.ecopark.worklist;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseLocks;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.UnitEnd;
import cn.ecopark.organisation.Units;

/**
 * 机构撤并: what a unit that is no more has to do in a case passes to the unit in its place,
 * which takes part from then on. Nobody decides it anew, so the limits run on.
 */
@Component
class SucceedUnit {

	private final Units units;

	private final Cases cases;

	private final CaseLocks locks;

	private final CaseParties parties;

	private final WorkItems items;

	private final StepSuccession succession;

	private final UnitSuccessionRecord record;

	private final CaseTime time;

	SucceedUnit(Units units, Cases cases, CaseLocks locks, CaseParties parties, WorkItems items,
			StepSuccession succession, UnitSuccessionRecord record, CaseTime time) {
		this.units = units;
		this.cases = cases;
		this.locks = locks;
		this.parties = parties;
		this.items = items;
		this.succession = succession;
		this.record = record;
		this.time = time;
	}

	/** Once more it changes nothing: what has passed on is no longer the unit's. */
	@Transactional
	void in(String dossierId, String unitId) {
		Optional<UnitEnd> end = this.units.endOf(unitId).filter(one -> one.hasComeBy(this.time.today()));
		Optional<String> heir = this.units.inPlaceOf(unitId, this.time.today());
		if (end.isPresent() && heir.isPresent()) {
			pass(dossierId, end.get(), heir.get());
		}
	}

	private void pass(String dossierId, UnitEnd end, String heir) {
		Optional<String> caseId = this.cases.find(dossierId)
			.map(EcoCase::id)
			.or(() -> this.items.openOf(dossierId)
				.stream()
				.flatMap(item -> Optional.ofNullable(item.subject().caseId()).stream())
				.findFirst());
		this.locks.lockDossier(caseId.orElse(null), dossierId);
		this.cases.find(dossierId)
			.filter(found -> found.status() != CaseStatus.CLOSED && takesPart(found, end))
			.ifPresent(found -> {
				this.parties.replaceUnit(found.id(), end.unitId(), heir, this.time.now());
				this.record.succeeded(found.id(), end, heir);
			});
		for (WorkItem item : this.items.openOf(dossierId)) {
			if (end.unitId().equals(item.holder().unitId()) && !WorkOfUnits.isJoint(item)) {
				this.succession.passOnAsItIs(item, heir, UnitSuccessionRecord.MERGED);
				this.record.succeeded(item, end, heir);
			}
		}
	}

	private boolean takesPart(EcoCase found, UnitEnd end) {
		return this.parties.of(found.id()).stream().anyMatch(party -> end.unitId().equals(party.unitId()));
	}

}
