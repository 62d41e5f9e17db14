package cn.ecopark.notice;

import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.RateLimit;

/**
 * Asking for an objection by its receipt number, so that nobody finds one by guessing.
 */
@Component
public class ObjectionLookUp {

	private static final String MISS = "objection.miss";

	private static final int MISSES_PER_HOUR = 20;

	private final Objections objections;

	private final RateLimit rateLimit;

	ObjectionLookUp(Objections objections, RateLimit rateLimit) {
		this.objections = objections;
		this.rateLimit = rateLimit;
	}

	/**
	 * @param address where it is asked from
	 * @return the objection with exactly that number
	 * @throws NoticeRefusals.TooMany when too many numbers that do not exist were asked
	 * for from there
	 */
	public Optional<Objection> find(String receiptNumber, String address) {
		if (this.rateLimit.isReached(MISS, address, MISSES_PER_HOUR)) {
			throw new NoticeRefusals.TooMany();
		}
		Optional<Objection> found = this.objections.byReceipt(receiptNumber);
		if (found.isEmpty()) {
			this.rateLimit.count(MISS, address);
		}
		return found;
	}

}
