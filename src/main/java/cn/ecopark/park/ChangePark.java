package cn.ecopark.park;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.UnitName;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Refusal;

/** 园区变更: name, administration, kind and area, by the system administrator. */
@Component
public class ChangePark {

	private final JdbcParks parks;

	private final ParkChanges changes;

	private final Units units;

	private final CaseTime time;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	ChangePark(JdbcParks parks, ParkChanges changes, Units units, CaseTime time, Audit audit,
			ApplicationEventPublisher events) {
		this.parks = parks;
		this.changes = changes;
		this.units = units;
		this.time = time;
		this.audit = audit;
		this.events = events;
	}

	/** Something said of the change cannot stand. */
	public static final class ChangeWrong extends Refusal {

		private final String field;

		ChangeWrong(String field, String problem) {
			super("park.change-" + problem);
			this.field = field;
		}

		/** {@code on}, {@code after}, {@code reference} or {@code reason}. */
		public String field() {
			return this.field;
		}

	}

	/**
	 * The park is that from the day on; cases that are open go on, official documents
	 * keep what they say. What is entered here holds now, so the day is not in the
	 * future.
	 * @throws NotYourPark if the actor is no system administrator
	 * @throws UnknownPark if there is none of that id
	 * @throws ChangeWrong if something said of it cannot stand
	 * @throws ParkNameTaken if another park bears the name
	 */
	@Transactional
	public void change(long parkId, ParkChange.Said said, Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotYourPark();
		}
		mustStand(said);
		Park park = this.parks.lock(parkId).orElseThrow(() -> new UnknownPark(parkId));
		String before = before(park, said.act());
		if (before.equals(said.after())) {
			throw new ChangeWrong("after", "none");
		}
		if (isBeforeAnother(park, said.act(), said.on())) {
			throw new ChangeWrong("on", "before-another");
		}
		carryOut(park, said);
		this.changes.add(parkId,
				new ParkChange(said.act(), said.on(), before, said.after(), said.reference(), said.reason()),
				actor.personId(), this.time.now());
		this.audit.record(Subject.ADMINISTRATION, "park.changed",
				Map.of("park", Long.toString(parkId), "what", said.act().name(), "on", said.on().toString(), "before",
						before, "after", said.after(), "reference", said.reference(), "reason", said.reason()));
	}

	private void mustStand(ParkChange.Said said) {
		if (said.on().isAfter(this.time.today())) {
			throw new ChangeWrong("on", "later");
		}
		if (said.after().isBlank()) {
			throw new ChangeWrong("after", "missing");
		}
		if (said.reference().isBlank()) {
			throw new ChangeWrong("reference", "missing");
		}
		if (said.reason().isBlank()) {
			throw new ChangeWrong("reason", "missing");
		}
		if (said.act() == ParkChange.Act.KIND
				&& List.of(ParkKind.values()).stream().map(Enum::name).noneMatch(said.after()::equals)) {
			throw new ChangeWrong("after", "kind");
		}
	}

	/** Whether something was entered of the same that holds from a later day on. */
	private boolean isBeforeAnother(Park park, ParkChange.Act act, LocalDate on) {
		boolean renamesUnit = act == ParkChange.Act.NAME || act == ParkChange.Act.ADMINISTRATION;
		return this.changes.of(park.id()).stream().anyMatch((one) -> one.act() == act && one.on().isAfter(on))
				|| renamesUnit && this.units.namesOf(park.unitId()).stream().anyMatch((name) -> begins(name, on));
	}

	private static boolean begins(UnitName name, LocalDate after) {
		LocalDate from = name.validFrom();
		return from != null && from.isAfter(after);
	}

	private String before(Park park, ParkChange.Act act) {
		return switch (act) {
			case NAME -> park.name();
			case ADMINISTRATION -> this.units.nameOn(park.unitId(), this.time.today());
			case KIND -> park.kind().name();
			case AREA -> this.changes.of(park.id())
				.stream()
				.filter((change) -> change.act() == ParkChange.Act.AREA)
				.reduce((earlier, later) -> later)
				.map(ParkChange::after)
				.orElse("");
		};
	}

	private void carryOut(Park park, ParkChange.Said said) {
		switch (said.act()) {
			case NAME -> {
				try {
					this.parks.rename(park, said.after());
				}
				catch (DuplicateKeyException problem) {
					throw new ParkNameTaken(said.after());
				}
				if (this.units.nameOn(park.unitId(), this.time.today()).equals(park.name())) {
					renameUnit(park.unitId(), said);
				}
				this.events.publishEvent(new ParkRenamed(park.id(), said.after()));
			}
			case ADMINISTRATION -> renameUnit(park.unitId(), said);
			case KIND -> this.parks.become(park, ParkKind.valueOf(said.after()));
			case AREA -> {
				// the register keeps it as a change, there is nothing else to change
			}
		}
	}

	/** Before the day the unit keeps its names, from then on it has the new one. */
	private void renameUnit(String unitId, ParkChange.Said said) {
		LocalDate on = said.on();
		List<UnitName> names = new ArrayList<>();
		for (UnitName name : this.units.namesOf(unitId)) {
			LocalDate from = name.validFrom();
			LocalDate to = name.validTo();
			if (from == null || from.isBefore(on)) {
				names.add(new UnitName(name.name(), name.shortName(), from, (to != null && to.isBefore(on)) ? to : on,
						name.source(), name.confirmed()));
			}
		}
		names.add(new UnitName(said.after(), said.after(), on, null, said.reference(), true));
		this.units.rename(unitId, names);
	}

}
