package cn.ecopark.expert;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
		return of(List.of(seat)).getOrDefault(seat, "");
	}

	Map<Seat, String> of(Collection<Seat> seats) {
		Map<Long, String> members = this.people
			.namesOf(seats.stream().map(Seat::personId).filter(Objects::nonNull).toList());
		Map<Seat, String> names = new HashMap<>();
		seats.forEach(seat -> {
			Long person = seat.personId();
			names.put(seat, (person != null) ? members.getOrDefault(person, "")
					: this.units.nameOn(String.valueOf(seat.unitId()), this.time.today()));
		});
		return names;
	}

}
