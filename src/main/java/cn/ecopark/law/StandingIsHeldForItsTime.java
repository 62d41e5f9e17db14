package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 创建期: a park applies for acceptance when it has been building for as long as its regime
 * asks (环科财〔2026〕4号: two years; whether it may apply earlier is to be checked, so the
 * months are a setting of the pack).
 */
public final class StandingIsHeldForItsTime {

	private StandingIsHeldForItsTime() {
	}

	/**
	 * @param since the day of the decision that gave the park its standing; null where
	 * the register does not know: nobody can then say that it is too early
	 * @param months that it must have had it; none where the regime asks for none
	 * @throws LegalRefusal before they are over
	 */
	public static void require(String park, @Nullable LocalDate since, int months, LocalDate today) {
		if (since == null || months == 0) {
			return;
		}
		LocalDate earliest = since.plusMonths(months);
		if (today.isBefore(earliest)) {
			throw LegalRefusal.ofProcedure("standing-too-short", park, since.toString(), months, earliest.toString());
		}
	}

}
