package cn.ecopark.expert;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Units;

/** What the members of a panel are called today. */
@Component
class SeatNames {

	private final People people;

	private final Units units;

	private final CaseTime time;

	SeatNames(People people, Units units, CaseTime time) {
		this.people = people;
		this.units = units;
		this.time = time;
	}

	String of(Seat seat) {
		Long person = seat.personId();
		return person != null ? this.people.nameOf(person)
				: this.units.nameOn(String.valueOf(seat.unitId()), this.time.today());
	}

}
