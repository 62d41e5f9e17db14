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

	private final Objections objections;

	private final RateLimit rateLimit;

	private final int missesPerHour;

	ObjectionLookUp(Objections objections, RateLimit rateLimit, ObjectionSettings settings) {
		this.objections = objections;
		this.rateLimit = rateLimit;
		this.missesPerHour = settings.missesPerHour();
	}

	/**
	 * Whoever has a number that nobody can guess gets his answer, whatever others behind
	 * the same address have mistyped. Numbers of former versions are shorter and can be
	 * tried out: they are not answered once too much was asked for in vain.
	 * @param address where it is asked from
	 * @return the objection with exactly that number
	 * @throws NoticeRefusals.TooMany when too many numbers that do not exist were asked
	 * for from there
	 */
	public Optional<Objection> find(String receiptNumber, String address) {
		Optional<Objection> found = this.objections.byReceipt(receiptNumber);
		if (found.filter(objection -> ReceiptNumbers.cannotBeGuessed(objection.receiptNumber())).isPresent()) {
			return found;
		}
		boolean enough = found.isEmpty() ? !this.rateLimit.take(MISS, address, this.missesPerHour)
				: this.rateLimit.isReached(MISS, address, this.missesPerHour);
		if (enough) {
			throw new NoticeRefusals.TooMany();
		}
		return found;
	}

}
