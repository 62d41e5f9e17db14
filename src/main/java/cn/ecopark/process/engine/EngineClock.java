package cn.ecopark.process.engine;

import java.time.Instant;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimeMoved;

/**
 * Keeps the engine's clock on case time: it is set before the engine runs its first job,
 * and ticks on.
 */
@Component
public class EngineClock extends AbstractProcessEnginePlugin {

	private final CaseTime time;

	EngineClock(CaseTime time) {
		this.time = time;
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl configuration) {
		follow();
	}

	@EventListener
	void on(CaseTimeMoved moved) {
		follow();
	}

	/** The engine's clock is case time from now on. */
	public void follow() {
		if (this.time.isMoved()) {
			ClockUtil.offset(this.time.now().toEpochMilli() - Instant.now().toEpochMilli());
		}
		else {
			ClockUtil.reset();
		}
	}

}
