package cn.ecopark.park;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.UnitName;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.shared.Amount;
import cn.ecopark.shared.ListPage;

/**
 * The commands on the register; each locks the park's row, so that decisions about one
 * park take turns.
 */
@Component
class ParkRegister implements Parks {

	private static final String UNIT_PREFIX = "PARK-";

	private static final String UNIT_SOURCE = "园区登记";

	private final JdbcParks parks;

	private final Units units;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	ParkRegister(JdbcParks parks, Units units, Audit audit, ApplicationEventPublisher events) {
		this.parks = parks;
		this.units = units;
		this.audit = audit;
		this.events = events;
	}

	@Override
	public Optional<Park> find(long parkId) {
		return this.parks.find(parkId);
	}

	@Override
	public Park get(long parkId) {
		return find(parkId).orElseThrow(() -> new UnknownPark(parkId));
	}

	@Override
	public Optional<Park> ofUnit(String unitId) {
		return this.parks.ofUnit(unitId);
	}

	@Override
	public ListPage<Park, Long> search(ParkSearch search) {
		return this.parks.search(search);
	}

	@Override
	public Amount count(ParkSearch search) {
		return this.parks.count(search);
	}

	@Override
	public Map<LifeStatus, Long> count(ParkScope scope) {
		return this.parks.count(scope);
	}

	@Override
	public List<RecordedDecision> record(long parkId) {
		return this.parks.record(parkId);
	}

	@Override
	@Transactional
	public Park register(NewPark park) {
		long id = this.parks.nextId();
		String unitId = UNIT_PREFIX + id;
		UnitName name = new UnitName(park.name(), park.name(), null, null, UNIT_SOURCE, true);
		this.units.add(new Unit(unitId, new UnitKind(UnitLevel.PARK.name(), UnitLevel.PARK), park.provinceCode(),
				List.of(name)));
		try {
			this.parks.insert(new Park(id, park.name(), park.kind(), park.level(), park.provinceCode(), park.cityCode(),
					LifeStatus.PROSPECT, null, null, null, null, unitId, null, 0));
		}
		catch (DuplicateKeyException problem) {
			throw new ParkNameTaken(park.name());
		}
		this.audit.record(Subject.ADMINISTRATION, "park.registered",
				Map.of("park", Long.toString(id), "name", park.name()));
		this.events.publishEvent(new ParkChanged(id, LifeStatus.PROSPECT));
		return get(id);
	}

	@Override
	@Transactional
	public Park recordCity(long parkId, @Nullable String cityCode) {
		Park park = locked(parkId);
		this.parks.update(new Park(park.id(), park.name(), park.kind(), park.level(), park.provinceCode(), cityCode,
				park.lifeStatus(), park.standard(), park.namedOn(), park.titleName(), park.recheckDueOn(),
				park.unitId(), park.decided(), park.version()));
		this.audit.record(Subject.ADMINISTRATION, "park.city",
				Map.of("park", Long.toString(parkId), "city", cityCode != null ? cityCode : ""));
		return get(parkId);
	}

	@Override
	@Transactional
	public Park recordPastDecision(long parkId, PastDecision past) {
		Park park = locked(parkId);
		if (!park.lifeStatus().next().contains(past.lifeStatus())) {
			throw new ParkStatusForbids(park, past.lifeStatus());
		}
		boolean naming = past.lifeStatus() == LifeStatus.NAMED;
		Park decided = new Park(park.id(), park.name(), park.kind(), park.level(), park.provinceCode(), park.cityCode(),
				past.lifeStatus(), past.standard() != null ? past.standard() : park.standard(),
				naming ? past.decidedOn() : park.namedOn(), naming ? past.titleName() : park.titleName(),
				naming ? past.recheckDueOn() : null, park.unitId(), park.decided(), park.version());
		this.audit.record(Subject.ADMINISTRATION, "park.past-decision",
				Map.of("park", Long.toString(parkId), "status", past.lifeStatus().name(), "source", past.source()));
		return decide(decided, past.toEvent());
	}

	@Override
	@Transactional
	public Park recordApproval(long parkId, ReleaseId under, LocalDate date, String documentNumber, String standard) {
		Park park = locked(parkId);
		if (!park.lifeStatus().next().contains(LifeStatus.UNDER_CONSTRUCTION)) {
			throw new ParkStatusForbids(park, LifeStatus.UNDER_CONSTRUCTION);
		}
		Park approved = new Park(park.id(), park.name(), park.kind(), park.level(), park.provinceCode(),
				park.cityCode(), LifeStatus.UNDER_CONSTRUCTION, standard, null, null, null, park.unitId(),
				park.decided(), park.version());
		return decide(approved, new ParkEvent(approved.lifeStatus(), KnownDate.of(date), documentNumber, standard, null,
				false, under, null, null));
	}

	@Override
	@Transactional
	public Park recordRevisedPlan(long parkId, ReleaseId under, LocalDate date, String documentNumber,
			String planCase) {
		Park park = lockedAs(LifeStatus.UNDER_CONSTRUCTION, parkId, LifeStatus.UNDER_CONSTRUCTION);
		return decide(park, new ParkEvent(park.lifeStatus(), KnownDate.of(date), documentNumber, null, null, false,
				under, null, null, null, null, planCase));
	}

	@Override
	@Transactional
	public Park recordNaming(long parkId, ReleaseId under, LocalDate date, String documentNumber, String titleName,
			int recheckYears) {
		Park park = lockedAs(LifeStatus.UNDER_CONSTRUCTION, parkId, LifeStatus.NAMED);
		Park named = new Park(park.id(), park.name(), park.kind(), park.level(), park.provinceCode(), park.cityCode(),
				LifeStatus.NAMED, park.standard(), KnownDate.of(date), titleName, date.plusYears(recheckYears),
				park.unitId(), park.decided(), park.version());
		return decide(named, new ParkEvent(named.lifeStatus(), named.namedOn(), documentNumber, park.standard(),
				titleName, false, under, null, null));
	}

	@Override
	@Transactional
	public Park recordRecheck(long parkId, LocalDate date, String documentNumber, @Nullable String standard,
			RecheckResult result) {
		Park park = lockedAs(LifeStatus.NAMED, parkId, LifeStatus.NAMED);
		Park rechecked = new Park(park.id(), park.name(), park.kind(), park.level(), park.provinceCode(),
				park.cityCode(), park.lifeStatus(), standard != null && result.passed() ? standard : park.standard(),
				park.namedOn(), park.titleName(), result.nextDueOn(), park.unitId(), park.decided(), park.version());
		return decide(rechecked, new ParkEvent(park.lifeStatus(), KnownDate.of(date), documentNumber, standard, null,
				false, result.release(), null, null, result, null, null));
	}

	@Override
	@Transactional
	public Park recordExit(long parkId, ReleaseId under, LocalDate date, String documentNumber, LocalDate reapplyFrom) {
		Park park = locked(parkId);
		LifeStatus former = park.lifeStatus()
			.formerly()
			.orElseThrow(() -> new ParkStatusForbids(park, LifeStatus.REVOKED));
		Park left = new Park(park.id(), park.name(), park.kind(), park.level(), park.provinceCode(), park.cityCode(),
				former, park.standard(), park.namedOn(), park.titleName(), null, park.unitId(), park.decided(),
				park.version());
		return decide(left, new ParkEvent(former, KnownDate.of(date), documentNumber, null, null, false, under, null,
				null, null, reapplyFrom, null));
	}

	private Park lockedAs(LifeStatus expected, long parkId, LifeStatus wanted) {
		Park park = locked(parkId);
		if (park.lifeStatus() != expected) {
			throw new ParkStatusForbids(park, wanted);
		}
		return park;
	}

	private Park locked(long parkId) {
		return this.parks.lock(parkId).orElseThrow(() -> new UnknownPark(parkId));
	}

	private Park decide(Park decided, ParkEvent event) {
		this.parks.update(decided);
		this.parks.insert(decided.id(), event, decided.recheckDueOn(), null);
		this.events.publishEvent(new ParkChanged(decided.id(), decided.lifeStatus()));
		return get(decided.id());
	}

}
