package cn.ecopark.notice;

import java.time.LocalDate;

/** The timers that the engine has for public notices. */
public interface NoticeTimers {

	/** The period of the notice ends on a later day. */
	void close(String batchId, LocalDate former, LocalDate lastDay);

}
