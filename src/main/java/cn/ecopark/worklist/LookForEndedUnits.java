package cn.ecopark.worklist;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/** Looks whether the day of a unit has come that ends. */
@Component
class LookForEndedUnits extends RegularWork {

	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final UnitSuccessions successions;

	LookForEndedUnits(UnitSuccessions successions) {
		super("ended-units");
		this.successions = successions;
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this.successions::addWhatIsDue, PAUSE));
	}

}
