package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.Term;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.CaseWhereabouts.Following;
import cn.ecopark.casefile.CaseWhereabouts.Onward;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Role.Resolve;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;

/** Says where a case is, who has it, how far the step is and what may follow. */
@Component
public class PlaceWords {

	/** So many single people are named; of more only the number. */
	private static final int NAMED = 2;

	private final Whereabouts whereabouts;

	private final CaseParties parties;

	private final Units units;

	private final People people;

	private final CaseWords words;

	private final WorkingDays days;

	private final Texts texts;

	PlaceWords(Whereabouts whereabouts, CaseParties parties, Units units, People people, CaseWords words,
			WorkingDays days, Texts texts) {
		this.whereabouts = whereabouts;
		this.parties = parties;
		this.units = units;
		this.people = people;
		this.words = words;
		this.days = days;
		this.texts = texts;
	}

	/**
	 * @return how far the present step is, as in 第 4 / 5 日; empty where nothing is
	 * limited
	 */
	public String progress(String caseId, Locale locale) {
		return progress(this.whereabouts.of(caseId), locale);
	}

	String progress(List<CaseWhereabouts.Place> places, Locale locale) {
		for (CaseWhereabouts.Place place : places) {
			LocalDate due = place.due();
			if (due != null) {
				LocalDate since = LocalDate.ofInstant(place.since(), CaseTime.ZONE);
				LocalDate today = this.words.today();
				return today.isAfter(due)
						? this.texts.in(locale, "casefile.progress.late", Math.max(1, this.days.between(due, today)))
						: this.texts.in(locale, "casefile.progress", this.days.between(since, today),
								this.days.between(since, due));
			}
		}
		return "";
	}

	/**
	 * @return the working days left until the place is due
	 */
	int left(LocalDate due) {
		return this.days.left(this.words.today(), due);
	}

	/**
	 * @return the names of the single people who have steps, for all those cases at once
	 */
	Map<Long, String> people(Collection<List<CaseWhereabouts.Place>> places) {
		Set<Long> single = new HashSet<>();
		places.forEach(ofCase -> ofCase.forEach(place -> {
			CaseWhereabouts.Holder holder = place.holder();
			if (holder != null && holder.unitId() == null && holder.personId() != null) {
				single.add(holder.personId());
			}
		}));
		return this.people.namesOf(single);
	}

	/**
	 * @return whether that day may become another once its year is arranged
	 */
	boolean isProvisional(LocalDate due) {
		return this.days.isProvisional(due);
	}

	/**
	 * @param people names of those who may have a step
	 * @return the present steps, each with who has it
	 */
	String present(List<CaseWhereabouts.Place> places, EcoCase ecoCase, Map<Long, String> people, Actor reader,
			Locale locale) {
		List<String> steps = new ArrayList<>();
		together(places).forEach((step, same) -> {
			String who = who(same, ecoCase, people, reader, locale);
			steps.add(who.isEmpty() ? this.texts.in(locale, step)
					: this.texts.in(locale, step) + this.texts.in(locale, "web.list.dot") + who);
		});
		return String.join(this.texts.in(locale, "casefile.list.semicolon"), steps);
	}

	/**
	 * @return the places of each step, the first reached first
	 */
	static Map<String, List<CaseWhereabouts.Place>> together(List<CaseWhereabouts.Place> places) {
		Map<String, List<CaseWhereabouts.Place>> bySteps = new LinkedHashMap<>();
		places.forEach(place -> bySteps.computeIfAbsent(place.step(), step -> new ArrayList<>()).add(place));
		return bySteps;
	}

	/**
	 * @return the units and people who have the step; experts are not named to the park
	 */
	String who(List<CaseWhereabouts.Place> places, EcoCase ecoCase, Actor reader, Locale locale) {
		return who(places, ecoCase, people(List.of(places)), reader, locale);
	}

	private String who(List<CaseWhereabouts.Place> places, EcoCase ecoCase, Map<Long, String> people, Actor reader,
			Locale locale) {
		Set<String> names = new LinkedHashSet<>();
		List<CaseWhereabouts.Holder> single = new ArrayList<>();
		for (CaseWhereabouts.Place place : places) {
			CaseWhereabouts.Holder holder = place.holder();
			if (holder != null && holder.unitId() != null) {
				names.add(this.units.shortNameOn(holder.unitId(), this.words.today()));
			}
			else if (holder != null) {
				single.add(holder);
			}
		}
		if (!single.isEmpty()) {
			names.addAll(single(single, ecoCase, people, reader, locale));
		}
		return String.join(this.texts.in(locale, "web.list.comma"), names);
	}

	private List<String> single(List<CaseWhereabouts.Holder> holders, EcoCase ecoCase, Map<Long, String> people,
			Actor reader, Locale locale) {
		String role = this.words.role(holders.get(0).role(), this.words.pack(ecoCase), locale);
		if (reader.unitLevel() == UnitLevel.PARK || holders.size() > NAMED) {
			return List.of(holders.size() == 1 ? role : this.texts.in(locale, "casefile.people", role, holders.size()));
		}
		return holders.stream()
			.map(holder -> role + " " + (holder.personId() == null ? "" : people.getOrDefault(holder.personId(), "")))
			.toList();
	}

	/**
	 * @return who has it, until when, and what may follow; empty where the case is
	 * nowhere
	 */
	String next(EcoCase ecoCase, List<CaseWhereabouts.Place> places, Actor reader, Locale locale) {
		StringBuilder next = new StringBuilder();
		together(places).forEach((step, same) -> {
			CaseWhereabouts.Place first = same.get(0);
			LocalDate due = first.due();
			String who = who(same, ecoCase, reader, locale);
			String date = due == null ? "" : date(due, locale);
			String key = who.isEmpty() ? step + ".next" : due == null ? "casefile.next.task" : "casefile.next.task.due";
			next.append(who.isEmpty() ? this.texts.in(locale, key, date, String.valueOf(first.batch()))
					: this.texts.in(locale, key, step, who, date));
		});
		RulePack pack = this.words.pack(ecoCase);
		List<Onward> onwards = this.whereabouts.onward(ecoCase.id());
		List<String> ways = new ArrayList<>();
		for (Onward onward : onwards) {
			String key = onwards.size() == 1 ? "casefile.next.after" : "casefile.next.if";
			ways.add(this.texts.in(locale, key, outcomes(onward, pack, locale), then(onward, ecoCase, pack, locale)));
		}
		if (!ways.isEmpty()) {
			next.append(String.join(this.texts.in(locale, "casefile.list.semicolon"), ways))
				.append(this.texts.in(locale, "casefile.list.stop"));
		}
		return next.toString();
	}

	private String outcomes(Onward onward, RulePack pack, Locale locale) {
		return String.join(this.texts.in(locale, "web.list.comma"),
				onward.outcomes().stream().map(code -> this.words.outcome(code, pack, locale).label()).toList());
	}

	private String then(Onward onward, EcoCase ecoCase, RulePack pack, Locale locale) {
		List<String> then = new ArrayList<>();
		for (Following following : onward.following()) {
			String who = holderOf(following.role(), ecoCase, pack, locale);
			Term term = following.term();
			then.add(term == null ? this.texts.in(locale, "casefile.next.then", who, following.step())
					: this.texts.in(locale, "casefile.next.then.days", who, following.step(),
							this.texts.in(locale, term.messageKey(), term.amount())));
		}
		onward.ends().forEach(end -> then.add(this.texts.in(locale, "casefile.next.end", end)));
		return String.join(this.texts.in(locale, "web.list.comma"), then);
	}

	private String holderOf(String role, EcoCase ecoCase, RulePack pack, Locale locale) {
		String unit = pack.role(role).resolve() == Resolve.KIND ? Units.OFFICE
				: this.parties.unitInRole(ecoCase.id(), role).orElse(null);
		return unit == null ? this.words.role(role, pack, locale) : this.units.shortNameOn(unit, this.words.today());
	}

	private String date(LocalDate due, Locale locale) {
		String date = day(due, locale);
		return isProvisional(due) ? this.texts.in(locale, "casefile.timeline.provisional", date) : date;
	}

	private String day(LocalDate date, Locale locale) {
		return DateTimeFormatter.ofPattern(this.texts.in(locale, "web.date.day"), locale).format(date);
	}

}
