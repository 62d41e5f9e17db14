package cn.ecopark.notice.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.notice.NoticeView;
import cn.ecopark.notice.PublicNotice;

/** The working days of a running notice, as a calendar of whole weeks. */
@Component
class Countdowns {

	private final CaseTime time;

	private final WorkingDays workingDays;

	private final NoticeView view;

	Countdowns(CaseTime time, WorkingDays workingDays, NoticeView view) {
		this.time = time;
		this.workingDays = workingDays;
		this.view = view;
	}

	/**
	 * @return null once the notice is over
	 */
	NoticePage.@Nullable Countdown of(PublicNotice notice) {
		LocalDate today = this.time.today();
		if (notice.state() != PublicNotice.State.PUBLISHED || !notice.isOpenOn(today)) {
			return null;
		}
		return new NoticePage.Countdown(this.workingDays.between(today, notice.closesOn()),
				this.workingDays.between(notice.publicationDay(), today),
				this.workingDays.between(notice.publicationDay(), notice.closesOn()), notice.closesOn(),
				this.view.answerDays(notice), weeks(notice, today), this.workingDays.isProvisional(notice.closesOn()));
	}

	private List<NoticePage.Week> weeks(PublicNotice notice, LocalDate today) {
		LocalDate day = notice.publicationDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		List<NoticePage.Week> weeks = new ArrayList<>();
		while (!day.isAfter(notice.closesOn())) {
			List<NoticePage.Day> days = new ArrayList<>();
			for (int at = 0; at < DayOfWeek.values().length; at++, day = day.plusDays(1)) {
				days.add(new NoticePage.Day(day, state(notice, day, today), holiday(day)));
			}
			weeks.add(new NoticePage.Week(days));
		}
		return weeks;
	}

	private NoticePage.Day.State state(PublicNotice notice, LocalDate day, LocalDate today) {
		boolean counted = day.isAfter(notice.publicationDay()) && !day.isAfter(notice.closesOn())
				&& this.workingDays.isWorkingDay(day);
		if (!counted) {
			return NoticePage.Day.State.PLAIN;
		}
		if (day.equals(today)) {
			return NoticePage.Day.State.TODAY;
		}
		if (day.isBefore(today)) {
			return NoticePage.Day.State.GONE;
		}
		return day.equals(notice.closesOn()) ? NoticePage.Day.State.LAST : NoticePage.Day.State.COMING;
	}

	private @Nullable String holiday(LocalDate day) {
		return this.workingDays.holiday(day).map(name -> name.replaceAll("(?<=..)节$", "")).orElse(null);
	}

}
