package cn.ecopark.outcome;

import java.math.BigDecimal;
import java.util.Map;

/** The score of a recheck, exact to its last decimal. */
final class RecheckScore {

	/** What the names of the fields begin with that hold the score of one item. */
	private static final String ITEM = "score";

	private RecheckScore() {
	}

	/**
	 * @param fields of the assessment
	 * @return the sum of the items
	 */
	static BigDecimal sumOfItems(Map<String, Object> fields) {
		return fields.entrySet()
			.stream()
			.filter(field -> field.getKey().startsWith(ITEM) && field.getValue() instanceof Number)
			.map(field -> new BigDecimal(field.getValue().toString()))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
