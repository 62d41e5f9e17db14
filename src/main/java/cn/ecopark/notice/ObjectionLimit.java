package cn.ecopark.notice;

import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.RateLimit;

/** How many objections may come from one network. */
@Component
@EnableConfigurationProperties(ObjectionSettings.class)
class ObjectionLimit {

	private final RateLimit rateLimit;

	private final ObjectionSettings settings;

	ObjectionLimit(RateLimit rateLimit, ObjectionSettings settings) {
		this.rateLimit = rateLimit;
		this.settings = settings;
	}

	/**
	 * @throws NoticeRefusals.WaitAMoment when many came from there, and one a moment ago
	 */
	void take(String address) {
		Duration wait = this.rateLimit.takeOrWait("objection.filed", address, this.settings.perHour(),
				this.settings.pause());
		if (!wait.isZero()) {
			throw new NoticeRefusals.WaitAMoment(wait);
		}
	}

}
