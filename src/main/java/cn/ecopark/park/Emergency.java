package cn.ecopark.park;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * 突发环境事件 in a park, as it was reported.
 *
 * @param occurredAt when it happened
 * @param reports at least the first one, in the order in which they came
 */
public record Emergency(long id, long parkId, Instant occurredAt, List<Report> reports) {

	/** What a report is. */
	public enum Kind {

		/** 初报. */
		FIRST,
		/** 续报. */
		FURTHER,
		/** 处理结果报告. */
		FINAL,
		/** What the Office notes to follow of it. */
		NOTE

	}

	/**
	 * One report.
	 *
	 * @param level code of an {@link EmergencyLevel}; null in a note of the Office
	 * @param text what happened, how it went on, what follows
	 * @param measures what was done; may be empty
	 */
	public record Report(Kind kind, @Nullable String level, String text, String measures, long personId, String unitId,
			Instant at) {
	}

	/** How grave it is, as was said last. */
	public String level() {
		return this.reports.stream()
			.map(Report::level)
			.filter(level -> level != null)
			.reduce("", (earlier, later) -> later);
	}

	/** Whether it was reported how it was dealt with, and nothing since. */
	public boolean isDealtWith() {
		return this.reports.stream()
			.map(Report::kind)
			.filter(kind -> kind != Kind.NOTE)
			.reduce(Kind.FIRST, (earlier, later) -> later) == Kind.FINAL;
	}

}
