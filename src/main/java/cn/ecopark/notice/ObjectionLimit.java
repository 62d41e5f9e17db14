package cn.ecopark.notice;

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
	 * @throws NoticeRefusals.TooMany when too many came from that address
	 */
	void take(String address) {
		if (!this.rateLimit.take("objection.filed", address, this.settings.perHour())) {
			throw new NoticeRefusals.TooMany();
		}
	}

}
