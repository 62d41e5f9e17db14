package cn.ecopark.process;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the engine remembers of flows that have ended. It is no record: the record is
 * ours.
 *
 * @param keep how long after the end of the whole flow; at least six months, as of other
 * logs of what the system did (网络安全法 21)
 * @param fromHour hour of the night from which it is cleared, time of China
 * @param untilHour hour before which no more is cleared that night; the same as the first
 * for all day long
 */
@Validated
@ConfigurationProperties("ecopark.engine-history")
record EngineHistorySettings(@DefaultValue("365d") @DurationMin(days = 184) Duration keep,
		@DefaultValue("1") @Min(0) @Max(23) int fromHour, @DefaultValue("5") @Min(0) @Max(23) int untilHour) {

	boolean isOpenAt(int hour) {
		if (this.fromHour == this.untilHour) {
			return true;
		}
		return (this.fromHour < this.untilHour) ? hour >= this.fromHour && hour < this.untilHour
				: hour >= this.fromHour || hour < this.untilHour;
	}

}
