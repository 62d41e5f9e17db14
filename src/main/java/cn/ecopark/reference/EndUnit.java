package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.law.UnitEndRules;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitDuties;
import cn.ecopark.organisation.UnitEnd;
import cn.ecopark.organisation.UnitEnded;
import cn.ecopark.organisation.Units;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;

/**
 * 机构改革: system administrators say from which day on a unit is closed, or merged into
 * another one, and by which document. What was done in its name stays in its name.
 */
@Component
public class EndUnit {

	private final Units units;

	private final ReferenceActs acts;

	private final NamedUnits named;

	private final ObjectProvider<UnitDuties> duties;

	private final CaseTime time;

	private final ApplicationEventPublisher events;

	EndUnit(Units units, ReferenceActs acts, NamedUnits named, ObjectProvider<UnitDuties> duties, CaseTime time,
			ApplicationEventPublisher events) {
		this.units = units;
		this.acts = acts;
		this.named = named;
		this.duties = duties;
		this.time = time;
		this.events = events;
	}

	/**
	 * @param said its words are the unit and its successor, which may be empty; its day
	 * is the first on which the unit is no more
	 * @throws ReferenceRefusals.NotYourReference when the actor is no system
	 * administrator
	 * @throws EntryWrong at the field that cannot stand
	 * @throws cn.ecopark.shared.StaleRecord when somebody else has entered something
	 * meanwhile
	 * @throws cn.ecopark.law.LegalRefusal when the unit cannot end so
	 */
	@Transactional
	public void end(ReferenceStatement said, Actor actor) {
		if (!this.acts.isNew(EnterUnits.REGISTER, said, actor)) {
			return;
		}
		Unit unit = unit(said);
		LocalDate on = said.day();
		EntryWrong.unless(this.units.isThereOn(unit.id(), on), "word0", "unit-ended-already", name(unit.id(), on));
		String to = said.words().size() > 1 ? said.words().get(1) : "";
		Optional<Unit> successor = to.isEmpty() ? Optional.empty()
				: Optional.of(this.units.find(to).orElseThrow(() -> new EntryWrong("word1", "unknown-unit", to)));
		successor.ifPresent(heir -> requireFit(unit, heir, on));
		requireNothingLost(unit, successor.isPresent(), on);
		UnitEnd end = new UnitEnd(unit.id(), on, successor.map(Unit::id).orElse(null), said.source(), said.confirmed(),
				said.reason());
		this.units.end(end, actor.personId(), this.time.now());
		record(ReferenceChange.Act.UNIT_ENDS, "", told(end), said, actor);
		this.events.publishEvent(new UnitEnded(end));
	}

	private void requireFit(Unit unit, Unit heir, LocalDate on) {
		UnitEndRules.successorIsThereOnThatDay(name(heir.id(), on),
				this.units.isThereOn(heir.id(), on) && !comesBackTo(unit, heir), on);
		UnitEndRules.successorIsOfTheSameLevelAndArea(name(unit.id(), on), name(heir.id(), on),
				heir.level() == unit.level() && Objects.equals(heir.areaCode(), unit.areaCode()));
	}

	/** Or else nobody would have what passes on, once the last of them has ended. */
	private boolean comesBackTo(Unit unit, Unit heir) {
		return this.units.inPlaceOf(heir.id(), LocalDate.MAX).filter(last -> !last.equals(unit.id())).isEmpty();
	}

	private void requireNothingLost(Unit unit, boolean succeeded, LocalDate on) {
		LocalDate today = this.time.today();
		String name = name(unit.id(), on);
		UnitEndRules.unitIsNamedByNothingFromThatDayOn(name, on, this.named.from(unit.id(), on));
		List<UnitDuties.Duty> open = duties(unit.id());
		UnitEndRules.unitWithOpenStepsHasASuccessor(name, succeeded,
				open.stream().map(UnitDuties.Duty::words).toList());
		UnitEndRules.unitWithoutSuccessorEndsNoLaterThanToday(succeeded, on, today);
		UnitEndRules.bodyHasAnsweredInJointDecisions(name, on, today,
				open.stream().filter(UnitDuties.Duty::joint).map(UnitDuties.Duty::words).toList());
	}

	/**
	 * @return what waits for the unit still
	 */
	public List<UnitDuties.Duty> duties(String unitId) {
		return this.duties.stream().flatMap(place -> place.of(unitId).stream()).toList();
	}

	/**
	 * The unit goes on after all; what has passed on to another one stays there.
	 * @param said its word is the unit; its source the document by which it goes on
	 * @throws ReferenceRefusals.NotYourReference when the actor is no system
	 * administrator
	 * @throws EntryWrong at the field that cannot stand
	 * @throws cn.ecopark.shared.StaleRecord when somebody else has entered something
	 * meanwhile
	 */
	@Transactional
	public void takeBack(ReferenceStatement said, Actor actor) {
		if (!this.acts.isNew(EnterUnits.REGISTER, said, actor)) {
			return;
		}
		UnitEnd end = this.units.endOf(said.word(0)).orElseThrow(() -> new EntryWrong("word0", "unit-goes-on"));
		this.units.goOn(
				new UnitEnd(end.unitId(), end.on(), end.successor(), said.source(), said.confirmed(), said.reason()),
				actor.personId(), this.time.now());
		record(ReferenceChange.Act.UNIT_GOES_ON, told(end), "", said, actor);
	}

	private void record(ReferenceChange.Act act, String before, String after, ReferenceStatement said, Actor actor) {
		this.acts.record(EnterUnits.REGISTER, new ReferenceChange(act, before, after, said.source(), said.confirmed(),
				said.reason(), actor.name(), this.time.now()), said.token(), actor);
	}

	private Unit unit(ReferenceStatement said) {
		String id = said.word(0);
		return this.units.find(id)
			.filter(one -> EnterUnits.levels().contains(one.level()))
			.orElseThrow(() -> new EntryWrong("word0", "unknown-unit", id));
	}

	private String told(UnitEnd end) {
		String successor = end.successor();
		return "%s（%s）%s".formatted(name(end.unitId(), end.on().minusDays(1)), end.on(),
				successor == null ? "" : " → " + name(successor, end.on()));
	}

	private String name(String unitId, LocalDate on) {
		return this.units.nameOn(unitId, on);
	}

}
