package cn.ecopark.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The timers that the engine has for public notices. */
public interface NoticeTimers {

	/**
	 * The notice, agreed on and waiting for its day, becomes public at that moment.
	 * @return the moment before, if that was another one; empty too while nothing waits
	 */
	Optional<Instant> publish(String batchId, Instant at);

	/** The period of the notice ends with that day. */
	void close(String batchId, LocalDate lastDay);

}
