package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 已命名园区适用的标准: a park is judged by the standard it was named by until the regime in force
 * binds it to its own from a certain day on (环科财〔2026〕4号: parks that bear the title meet
 * the new standard three years after it was issued).
 */
public final class StandardOfTheNamed {

	private StandardOfTheNamed() {
	}

	/**
	 * @param own the standard of the park; null where the register does not know
	 * @param inForce the one of the regime
	 * @param bindsFrom first day on which that one holds for parks named before; null
	 * where each keeps its own
	 * @param begunOn when the park began to be judged
	 * @return the one that applies; null where nobody knows
	 */
	public static @Nullable String of(@Nullable String own, String inForce, @Nullable LocalDate bindsFrom,
			LocalDate begunOn) {
		return bindsFrom != null && !begunOn.isBefore(bindsFrom) ? inForce : own;
	}

}
