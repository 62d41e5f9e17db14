package cn.ecopark.organisation.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.web.Area;
import cn.ecopark.web.Viewer;
import cn.ecopark.web.Viewers;

/**
 * Shows whoever is signed in in the page header, with the unit as it is called on the
 * date of the cases.
 */
@Component
class SignedInViewer implements Viewers {

	private final CurrentActor current;

	private final Units units;

	private final CaseTime time;

	SignedInViewer(CurrentActor current, Units units, CaseTime time) {
		this.current = current;
		this.units = units;
		this.time = time;
	}

	@Override
	public Optional<Viewer> current() {
		return this.current.find()
			.map((actor) -> new Viewer(actor.name(), this.units.shortNameOn(actor.unitId(), this.time.today()),
					areasOf(actor)));
	}

	private static Set<Area> areasOf(Actor actor) {
		Set<Area> areas = EnumSet.of(Area.NOTICES);
		if (actor.worksOnCases()) {
			areas.addAll(EnumSet.of(Area.DESK, Area.CASES));
		}
		if (actor.has(MemberRole.SYSTEM_ADMIN) || actor.worksOnCases() && actor.unitLevel() != UnitLevel.EXPERT_POOL) {
			areas.add(Area.PARKS);
		}
		if (actor.worksOnCases() && actor.unitLevel().isNational()) {
			areas.add(Area.BATCHES);
		}
		if (actor.worksOnCases() && actor.unitLevel() == UnitLevel.OFFICE) {
			areas.add(Area.PAPERS);
		}
		if (actor.has(MemberRole.SYSTEM_ADMIN)) {
			areas.add(Area.NUMBERS);
			areas.add(Area.PACKS);
			areas.add(Area.REFERENCE);
			areas.add(Area.TEMPLATES);
		}
		if (actor.has(MemberRole.SECURITY_ADMIN)) {
			areas.add(Area.PEOPLE);
		}
		if (actor.has(MemberRole.AUDITOR)) {
			areas.add(Area.AUDIT);
		}
		return areas;
	}

}
