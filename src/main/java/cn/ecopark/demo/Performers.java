package cn.ecopark.demo;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.Park;
import cn.ecopark.worklist.WorkItem;

/** The invented people, as those who act. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class Performers {

	private final People people;

	private final Units units;

	Performers(People people, Units units) {
		this.people = people;
		this.units = units;
	}

	/**
	 * @return whoever does that task: the person it waits for, or one of the unit's staff
	 */
	Actor of(WorkItem item) {
		Long person = item.holder().personId();
		if (person != null) {
			return actor(this.people.get(person));
		}
		List<Actor> staff = staffOf(String.valueOf(item.holder().unitId()));
		return staff.get((int) (item.id() % staff.size()));
	}

	/**
	 * @return whoever leads the unit that has the task
	 */
	Actor leaderFor(WorkItem item) {
		String unit = String.valueOf(item.holder().unitId());
		return members(unit).filter(Actor::isSupervisor)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Nobody leads " + unit));
	}

	/**
	 * @return who may begin something for the park: its staff, then that of the Office
	 */
	List<Actor> beginners(Park park) {
		return Stream.concat(staffOf(park.unitId()).stream(), office().stream()).toList();
	}

	List<Actor> office() {
		return this.units.allAt(UnitLevel.OFFICE).stream().map(Unit::id).flatMap((id) -> staffOf(id).stream()).toList();
	}

	long expert(String signInName) {
		return this.people.bySignInName(signInName)
			.orElseThrow(() -> new IllegalArgumentException("Nobody is called " + signInName))
			.id();
	}

	private List<Actor> staffOf(String unitId) {
		List<Actor> staff = members(unitId).filter((actor) -> actor.has(MemberRole.STAFF)).toList();
		if (staff.isEmpty()) {
			throw new IllegalArgumentException("Nobody works in " + unitId);
		}
		return staff;
	}

	private Stream<Actor> members(String unitId) {
		return this.people.membersOf(unitId).stream().filter(Person::invented).map(this::actor);
	}

	private Actor actor(Person person) {
		return this.people.actor(person.id())
			.orElseThrow(() -> new IllegalArgumentException(person.displayName() + " does not act"));
	}

	/** Does it signed in as that actor, so that the audit names who did it. */
	<T> T as(Actor actor, Supplier<T> what) {
		SecurityContext before = SecurityContextHolder.getContext();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new ActorAuthentication(actor));
		SecurityContextHolder.setContext(context);
		try {
			return what.get();
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

}
