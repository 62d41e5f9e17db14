package cn.ecopark.casefile;

import java.util.Comparator;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Plaque;
import cn.ecopark.park.PlaqueHandedOver;
import cn.ecopark.rulepack.RulePacks;

/** Tells of the plaque in the case that led to the naming; on paper there was none. */
@Component
class PlaquesInTimelines {

	private final Cases cases;

	private final RulePacks packs;

	private final Timeline timeline;

	private final Units units;

	private final CaseTime time;

	PlaquesInTimelines(Cases cases, RulePacks packs, Timeline timeline, Units units, CaseTime time) {
		this.cases = cases;
		this.packs = packs;
		this.timeline = timeline;
		this.units = units;
		this.time = time;
	}

	@EventListener
	void on(PlaqueHandedOver handed) {
		Plaque plaque = handed.plaque();
		this.cases.ofPark(handed.parkId())
			.stream()
			.filter(this::hasNamed)
			.max(Comparator.comparing(EcoCase::openedAt))
			.ifPresent(ecoCase -> this.timeline.wrote(ecoCase.id(), Audience.PARK,
					plaque.why().isEmpty() ? "casefile.timeline.plaque" : "casefile.timeline.plaque-corrected",
					plaque.why(), handed.by().name(), this.units.nameOn(handed.by().unitId(), this.time.today()),
					plaque.on().toString(), plaque.place(), plaque.by()));
	}

	private boolean hasNamed(EcoCase ecoCase) {
		return !ecoCase.isOpen() && this.packs.get(ecoCase.release())
			.resultMaking(ecoCase.kind(), LifeStatus.NAMED.name())
			.filter(end -> end.result().equals(ecoCase.result()))
			.isPresent();
	}

}
