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
import cn.ecopark.organisation.PersonChange;
import cn.ecopark.organisation.PersonHistory;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.Area;
import cn.ecopark.web.Viewer;
import cn.ecopark.web.Viewers;
import cn.ecopark.web.Wording;

/**
 * Shows whoever is signed in in the page header, with the unit as it is called on the
 * date of the cases.
 */
@Component
class SignedInViewer implements Viewers {

	private final CurrentActor current;

	private final Units units;

	private final CaseTime time;

	private final PersonHistory history;

	private final Texts texts;

	private final Wording wording;

	SignedInViewer(CurrentActor current, Units units, CaseTime time, PersonHistory history, Texts texts,
			Wording wording) {
		this.history = history;
		this.texts = texts;
		this.wording = wording;
		this.current = current;
		this.units = units;
		this.time = time;
	}

	@Override
	public Optional<Viewer> current() {
		return this.current.find()
			.map((actor) -> new Viewer(actor.personId(), actor.name(),
					this.units.shortNameOn(actor.unitId(), this.time.today()), areasOf(actor)));
	}

	@Override
	public Optional<Told> told() {
		return this.current.find()
			.flatMap((actor) -> this.history.unseen(actor.personId()))
			.map((change) -> new Told(change.id(), say(change)));
	}

	private String say(PersonChange change) {
		String with = change.with();
		String by = (with == null) ? change.by() : this.texts.text("organisation.change.byTwo", change.by(), with);
		return this.texts.text("organisation.told." + change.act(),
				this.wording.second(change.at().atZone(CaseTime.ZONE)), by, change.after());
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
			areas.add(Area.STUDIO);
			areas.add(Area.PACKS);
			areas.add(Area.REFERENCE);
			areas.add(Area.TEMPLATES);
			areas.add(Area.OPERATIONS);
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
