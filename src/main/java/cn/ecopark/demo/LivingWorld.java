package cn.ecopark.demo;

import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.background.BackgroundQueue;
import cn.ecopark.park.Park;

/** Orders the cases of a demonstration that begins now. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class LivingWorld {

	private static final String ONLY = "once";

	private final LivingSettings settings;

	private final DemonstrationData data;

	private final Script script;

	private final Making making;

	private final BackgroundQueue queue;

	LivingWorld(LivingSettings settings, DemonstrationData data, Script script, Making making, BackgroundQueue queue) {
		this.settings = settings;
		this.data = data;
		this.script = script;
		this.making = making;
		this.queue = queue;
	}

	/** In the transaction in which the world is loaded: an older one is given none. */
	@Transactional(propagation = Propagation.MANDATORY)
	void begin(Map<String, Park> parksByName) {
		if (this.settings.enabled()) {
			this.data.loadMore(parksByName);
			this.making.begin(this.script.moves().size(), this.script.welcome());
			this.queue.add(MakeCases.MAKING, ONLY);
		}
	}

}
