package cn.ecopark.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.calendar.CalendarDays;
import cn.ecopark.calendar.CalendarDays.SpecialDay;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.ChangeCalendar;
import cn.ecopark.organisation.Actor;
import cn.ecopark.reference.ReferenceRefusals.EntryWrong;

/**
 * System administrators say which days are off and which are worked. It counts at once;
 * open limits are counted anew.
 */
@Component
public class SetWorkingDays {

	private static final int MOST_DAYS = 31;

	private static final int LONGEST_NAME = 40;

	private final ReferenceActs acts;

	private final CalendarDays days;

	private final ChangeCalendar calendar;

	private final CaseTime time;

	SetWorkingDays(ReferenceActs acts, CalendarDays days, ChangeCalendar calendar, CaseTime time) {
		this.acts = acts;
		this.days = days;
		this.calendar = calendar;
		this.time = time;
	}

	/** What days are. */
	public enum Sort {

		/** 放假. */
		HOLIDAY,
		/** 调休上班. */
		WORKDAY,
		/** As the plain week has them. */
		PLAIN

	}

	/**
	 * @param year a series of the calendar
	 * @param said its words are the last day where there are several, what the days are,
	 * what they are called, and whether the year has been entered completely
	 * @throws ReferenceRefusals.NotYourReference when the actor is no system
	 * administrator
	 * @throws EntryWrong at the field that cannot stand
	 * @throws cn.ecopark.shared.StaleRecord when somebody else has changed the year
	 * meanwhile
	 */
	@Transactional
	public void set(Series year, ReferenceStatement said, Actor actor) {
		if (!this.acts.isNew(year, said, actor)) {
			return;
		}
		LocalDate first = said.day();
		List<LocalDate> span = span(year, first, said);
		Sort sort = sort(said);
		String name = sort == Sort.PLAIN ? "" : said.word(2);
		EntryWrong.unless(name.length() <= LONGEST_NAME, "word2", "too-long", LONGEST_NAME);
		boolean arranged = said.words().size() > 3 && "true".equals(said.words().get(3));
		String before = told(year, span);
		this.calendar.change(() -> {
			span.forEach(day -> set(day, sort, name, said.source()));
			if (arranged) {
				this.days.arrange(first.getYear(), said.source());
			}
		});
		String after = told(year, span);
		EntryWrong.unless(arranged || !after.equals(before), "from", "nothing-changed");
		this.acts.record(year, new ReferenceChange(ReferenceChange.Act.DAYS_SET, before, after, said.source(),
				said.confirmed(), said.reason(), actor.name(), this.time.now()), said.token(), actor);
	}

	private static List<LocalDate> span(Series year, LocalDate first, ReferenceStatement said) {
		String typed = said.words().isEmpty() ? "" : said.words().get(0);
		LocalDate last = typed.isEmpty() ? first : ReferenceStatement.day(typed, "word0");
		EntryWrong.unless(String.valueOf(first.getYear()).equals(year.of()), "from", "other-year", year.of());
		EntryWrong.unless(!last.isBefore(first), "word0", "last-before-first");
		EntryWrong.unless(last.getYear() == first.getYear(), "word0", "other-year", year.of());
		EntryWrong.unless(last.isBefore(first.plusDays(MOST_DAYS)), "word0", "too-many-days", MOST_DAYS);
		return first.datesUntil(last.plusDays(1)).toList();
	}

	private static Sort sort(ReferenceStatement said) {
		String typed = said.words().size() > 1 ? said.words().get(1) : "";
		for (Sort sort : Sort.values()) {
			if (sort.name().equals(typed)) {
				return sort;
			}
		}
		throw new EntryWrong("word1", "word-missing");
	}

	private void set(LocalDate day, Sort sort, String name, String source) {
		if (sort == Sort.PLAIN) {
			this.days.unset(day);
		}
		else {
			this.days.set(new SpecialDay(day, sort == Sort.WORKDAY, name, source));
		}
	}

	/** Days that are as the plain week has them are not told. */
	private String told(Series year, List<LocalDate> span) {
		return this.days.of(Integer.parseInt(year.of()))
			.stream()
			.filter(special -> span.contains(special.day()))
			.map(special -> special.day() + (special.working() ? "上班" : "放假") + "（" + special.name() + "）")
			.collect(Collectors.joining("、"));
	}

}
