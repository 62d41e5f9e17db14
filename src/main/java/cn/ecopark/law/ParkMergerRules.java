package cn.ecopark.law;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * 园区合并: when one park may become part of another. No source says what becomes of its
 * title; nothing here decides that.
 */
public final class ParkMergerRules {

	/** Names of the inputs. */
	public static final String INTO = "into";

	public static final String ON = "on";

	private ParkMergerRules() {
	}

	/**
	 * Nobody's case is lost: each of the park that ends is closed before, or stands still
	 * until officials say how it goes on.
	 * @param running what is under way for it and does not stand still, in words
	 */
	public static void nothingRunsForTheOneThatEnds(String park, List<String> running) {
		if (!running.isEmpty()) {
			throw LegalRefusal.atField("merger-cases-run", INTO, park, String.join("、", running));
		}
	}

	/**
	 * @param other whether it is another park, and one that is not part of a third
	 */
	public static void theOneThatGoesOnIsThere(String into, boolean other) {
		if (!other) {
			throw LegalRefusal.atField("merger-into-none", INTO, into);
		}
	}

	/**
	 * What is entered holds now; nothing was decided on the park after it was no more.
	 * @param last day of the last decision on it; null where there is none
	 */
	public static void dayIsBetweenTheLastDecisionAndToday(LocalDate on, @Nullable LocalDate last, LocalDate today) {
		if (on.isAfter(today)) {
			throw LegalRefusal.atField("merger-later", ON, today.toString());
		}
		if (last != null && on.isBefore(last)) {
			throw LegalRefusal.atField("merger-before-decision", ON, last.toString());
		}
	}

}
