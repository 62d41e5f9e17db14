package cn.ecopark.organisation;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AuditNames;
import cn.ecopark.calendar.CaseTime;

/** Tells the audit who stands behind its ids. */
@Component
class NamesInAudit implements AuditNames {

	private static final String PERSON = "\\d{1,18}";

	private final People people;

	private final Units units;

	NamesInAudit(People people, Units units) {
		this.people = people;
		this.units = units;
	}

	@Override
	public String unit(String unitId, Instant at) {
		return this.units.nameOn(unitId, LocalDate.ofInstant(at, CaseTime.ZONE));
	}

	@Override
	public String person(String personId) {
		return personId.matches(PERSON) ? this.people.find(Long.parseLong(personId))
			.map((person) -> person.displayName() + " (" + person.signInName() + ")")
			.orElse(personId) : personId;
	}

}
