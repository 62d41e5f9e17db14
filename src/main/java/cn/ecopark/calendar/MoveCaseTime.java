package cn.ecopark.calendar;

import java.time.Instant;
import java.util.List;

import cn.ecopark.calendar.CaseTime.TimeMovesForward;

/**
 * Moves case time and lets everything happen that falls due on the way, each at its own
 * date. For demonstration and tests only.
 */
public interface MoveCaseTime {

	/**
	 * @return what happened by itself on the way
	 * @throws TimeMovesForward when the instant lies before the present case time
	 */
	List<Due> to(Instant instant);

	/**
	 * @return what will happen by itself, the soonest first
	 */
	List<Due> coming(int most);

	/**
	 * Something that happens by itself.
	 *
	 * @param step the step whose limit or date it is
	 * @param about name of the park or batch
	 */
	record Due(Instant at, String step, String about) {
	}

}
