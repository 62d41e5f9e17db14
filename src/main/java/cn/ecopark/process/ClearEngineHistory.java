package cn.ecopark.process;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.RegularWork;

/** Clears at night what the engine remembers of flows that ended long ago. */
@Component
@EnableConfigurationProperties(EngineHistorySettings.class)
class ClearEngineHistory extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(ClearEngineHistory.class);

	private static final Duration PAUSE = Duration.ofMinutes(15);

	private final EngineHistory history;

	private final EngineHistorySettings settings;

	private final CaseTime time;

	ClearEngineHistory(EngineHistory history, EngineHistorySettings settings, CaseTime time) {
		super("engine-history");
		this.history = history;
		this.settings = settings;
		this.time = time;
	}

	/** Until there is nothing more, or the real night is over. */
	void clear() {
		int all = 0;
		int some = 1;
		while (some > 0 && this.settings.isOpenAt(ZonedDateTime.now(CaseTime.ZONE).getHour())) {
			some = this.history.clear(this.time.now().minus(this.settings.keep()));
			all += some;
		}
		if (all > 0) {
			LOG.info("The engine has forgotten {} flows that ended long ago", all);
		}
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::clear, PAUSE));
	}

}
