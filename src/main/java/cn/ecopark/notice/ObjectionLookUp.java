package cn.ecopark.notice;

import java.util.Optional;

import org.springframework.stereotype.Component;

/**
 * Asking for an objection by its receipt number, so that nobody finds one by guessing.
 */
@Component
public class ObjectionLookUp {

	private final Objections objections;

	private final ObjectionThrottle throttle;

	ObjectionLookUp(Objections objections, ObjectionThrottle throttle) {
		this.objections = objections;
		this.throttle = throttle;
	}

	/**
	 * @param address where it is asked from
	 * @return the objection with exactly that number
	 * @throws NoticeRefusals.TooMany when too many numbers that do not exist were asked
	 * for from there
	 */
	public Optional<Objection> find(String receiptNumber, String address) {
		this.throttle.requireNotGuessing(address);
		Optional<Objection> found = this.objections.byReceipt(receiptNumber);
		if (found.isEmpty()) {
			this.throttle.countMiss(address);
		}
		return found;
	}

}
