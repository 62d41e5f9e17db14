package cn.ecopark.operations;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

/** Which alarms there are at this moment. */
@Component
public class Alarms {

	private final Measured measurements;

	private final WatchSettings settings;

	Alarms(Measured measurements, WatchSettings settings) {
		this.measurements = measurements;
		this.settings = settings;
	}

	/**
	 * One of them.
	 *
	 * @param value what was measured; seconds where it is a time
	 * @param most up to which it is no alarm
	 */
	public record State(Alarm alarm, boolean red, long value, long most) {
	}

	public State of(Alarm alarm) {
		AlarmRules.Judged judged = AlarmRules.judge(alarm, this.measurements, this.settings);
		return new State(alarm, judged.isRed(), judged.value(), judged.most());
	}

	public List<State> all() {
		return Arrays.stream(Alarm.values()).map(this::of).toList();
	}

}
