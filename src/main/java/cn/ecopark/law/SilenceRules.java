package cn.ecopark.law;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * 催办、限期、逾期未答复: how a procedure goes on when somebody does not answer, and what silence
 * can never stand for. Reminding is a duty of whoever handles a matter (党政机关公文处理工作条例,
 * 第二十四条); no provision lets him decide in the place of another.
 */
public final class SilenceRules {

	/** Name of the input in which a last day is entered. */
	public static final String LAST_DAY = "lastDay";

	private SilenceRules() {
	}

	/**
	 * How a step may be left when its holder does not answer.
	 *
	 * @param standIn what the diagram lets stand for silence; {@code null} where it draws
	 * no such way
	 * @param lapsesByItself whether the diagram ends the step with its limit
	 */
	public record Way(@Nullable StandIn standIn, boolean lapsesByItself) {
	}

	/**
	 * What stands for silence in a step.
	 *
	 * @param label what it is called
	 * @param onlySilence whether it means silence and nothing else
	 * @param choosable whether the holder could have decided so himself
	 */
	public record StandIn(String label, boolean onlySilence, boolean choosable) {
	}

	/**
	 * A last day that nobody can keep is none, and one in a distant year is a slip.
	 * @param first earliest day that leaves the holder time to answer
	 * @param last latest day that may be set
	 * @throws LegalRefusal at the day, when it is not between the two
	 */
	public static void lastDayLeavesTimeToAnswer(LocalDate day, LocalDate first, LocalDate last) {
		if (day.isBefore(first) || day.isAfter(last)) {
			throw LegalRefusal.atField("last-day-out-of-bounds", LAST_DAY, first.toString(), last.toString());
		}
	}

	/**
	 * 行政许可法 42, 43: the limit of a step is its holder's; a last day that is set to him
	 * may lie behind it and never before.
	 * @param limit last day of the limit; {@code null} without one
	 * @param former last day that was set before; {@code null} when there is none
	 * @throws LegalRefusal at the day, when it takes away time that the holder had
	 */
	public static void lastDayTakesNoTimeAway(LocalDate day, @Nullable LocalDate limit, @Nullable LocalDate former) {
		if (limit != null && day.isBefore(limit)) {
			throw LegalRefusal.atField("last-day-before-limit", LAST_DAY, limit.toString());
		}
		if (former != null && day.isBefore(former)) {
			throw LegalRefusal.atField("last-day-before-former", LAST_DAY, former.toString());
		}
	}

	/**
	 * A step that ends with its limit needs no last day, and gets no other one: the day
	 * on which silence has an effect would differ from the one its holder was told.
	 */
	public static void lastDayIsSetOnlyWhereNoneIsDrawn(String step, Way way) {
		if (way.lapsesByItself()) {
			throw LegalRefusal.ofProcedure("last-day-drawn", step);
		}
	}

	/**
	 * Nobody counts as silent whom no last day was set, or before that day is over.
	 * @param lastDay the day that was set; {@code null} when there is none
	 */
	public static void silenceIsFoundOnlyAfterTheLastDay(String step, @Nullable LocalDate lastDay, LocalDate today) {
		if (lastDay == null) {
			throw LegalRefusal.ofProcedure("silence-without-last-day", step);
		}
		if (!today.isAfter(lastDay)) {
			throw LegalRefusal.ofProcedure("silence-before-last-day", step, lastDay.toString());
		}
	}

	/**
	 * Whoever has a step keeps it until the last day set to him is over; then another may
	 * do it, where law or territory does not name who has to.
	 * @param exchangeable whether another may take the holder's place
	 * @param lastDay the day that was set; {@code null} when there is none
	 */
	public static void stepGoesToAnotherOnlyAfterTheLastDay(String step, String holder, boolean exchangeable,
			@Nullable LocalDate lastDay, LocalDate today) {
		if (!exchangeable) {
			throw LegalRefusal.ofProcedure("holder-not-exchangeable", step, holder);
		}
		if (lastDay == null || !today.isAfter(lastDay)) {
			throw LegalRefusal.ofProcedure("hand-over-before-last-day", step);
		}
	}

	/**
	 * 党政机关公文处理工作条例 16 (未协商一致的不得行文) and 规划环境影响评价条例 19 (意见须经成员签字同意): silence is no vote, no
	 * signature and no conclusion. Who does not vote is counted as not having voted.
	 * @param votes whether somebody votes, signs or concludes in the step
	 */
	public static void silenceIsNoVote(String step, boolean votes) {
		if (votes) {
			throw LegalRefusal.ofProcedure("silence-is-no-vote", step);
		}
	}

	/**
	 * 行政许可法 35, 43: whoever has to decide decides himself. Silence lets the procedure go
	 * on only by a way of its own, under a word that says nothing but that nobody
	 * answered; so it can never forward, pass or refuse anything.
	 */
	public static void silenceIsNoDecision(String step, Way way) {
		StandIn standIn = way.standIn();
		if (standIn == null || !standIn.onlySilence() || standIn.choosable()) {
			throw LegalRefusal.ofProcedure("silence-is-no-decision", step);
		}
	}

}
