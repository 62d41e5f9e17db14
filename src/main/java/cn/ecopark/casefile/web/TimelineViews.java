package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.TimelineEntry;

/**
 * The timeline of a case in words: what is expected, what is under way, what has
 * happened.
 */
@Component
class TimelineViews {

	private final Timeline timeline;

	private final Cases cases;

	private final Whereabouts whereabouts;

	private final PlaceWords places;

	private final CaseWords words;

	private final MarkedNumbers numbers;

	private final Texts texts;

	TimelineViews(Timeline timeline, Cases cases, Whereabouts whereabouts, PlaceWords places, CaseWords words,
			MarkedNumbers numbers, Texts texts) {
		this.numbers = numbers;
		this.timeline = timeline;
		this.cases = cases;
		this.whereabouts = whereabouts;
		this.places = places;
		this.words = words;
		this.texts = texts;
	}

	List<TimelineEntry> of(String caseId, Actor reader, Locale locale) {
		EcoCase ecoCase = this.cases.get(caseId);
		List<TimelineEntry> coming = new ArrayList<>();
		List<TimelineEntry> now = new ArrayList<>();
		for (Map.Entry<String, List<CaseWhereabouts.Place>> step : PlaceWords.together(this.whereabouts.of(caseId))
			.entrySet()) {
			CaseWhereabouts.Place first = step.getValue().get(0);
			String who = this.places.who(step.getValue(), ecoCase, reader, locale);
			String title = this.texts.in(locale, step.getKey());
			LocalDate due = first.due();
			if (due != null && this.places.left(due) < 0) {
				now.add(late(first, due, title, who, locale));
			}
			else {
				now.add(new TimelineEntry(TimelineEntry.State.NOW, day(first), null,
						this.texts.in(locale, "casefile.timeline.now", title),
						who.isEmpty() ? this.texts.in(locale, "casefile.timeline.now.waits")
								: this.texts.in(locale, "casefile.timeline.now.by", who)));
				if (due != null) {
					coming.add(due(title, due, locale));
				}
			}
		}
		coming.sort(Comparator.comparing(TimelineEntry::on).reversed());
		now.sort(Comparator.comparing(TimelineEntry::on).reversed());
		List<TimelineEntry> lines = new ArrayList<>(coming);
		lines.addAll(now);
		RulePack pack = this.words.pack(ecoCase);
		Map<String, String> marked = this.numbers.of(caseId, reader, locale);
		this.timeline.of(caseId, Audience.of(reader)).forEach(entry -> lines.add(past(entry, pack, marked, locale)));
		return lines;
	}

	private TimelineEntry due(String title, LocalDate due, Locale locale) {
		int left = this.places.left(due);
		String note = left == 0 ? this.texts.in(locale, "casefile.timeline.today")
				: this.texts.in(locale, "casefile.timeline.left", left);
		return new TimelineEntry(TimelineEntry.State.COMING, due,
				this.places.isProvisional(due) ? this.texts.in(locale, "casefile.timeline.provisional", note) : note,
				this.texts.in(locale, "casefile.timeline.due", title), "");
	}

	/**
	 * The end of a limit that has passed is not to come: it is what the step is late by.
	 */
	private TimelineEntry late(CaseWhereabouts.Place place, LocalDate due, String title, String who, Locale locale) {
		return new TimelineEntry(TimelineEntry.State.NOW, day(place),
				this.texts.in(locale, "casefile.timeline.late", -this.places.left(due)),
				this.texts.in(locale, "casefile.timeline.now", title),
				who.isEmpty() ? this.texts.in(locale, "casefile.timeline.now.waits")
						: this.texts.in(locale, "casefile.timeline.now.late", who, due.toString()));
	}

	private TimelineEntry past(Timeline.Entry entry, RulePack pack, Map<String, String> marked, Locale locale) {
		Object[] arguments = entry.arguments()
			.stream()
			.map(argument -> marked.containsKey(argument) ? marked.get(argument) : word(argument, pack, locale))
			.toArray();
		String who = entry.unitName() == null ? orEmpty(entry.personName())
				: entry.unitName() + " " + orEmpty(entry.personName());
		String text = entry.remark().isBlank() ? who : who.isBlank() ? entry.remark()
				: this.texts.in(locale, "casefile.timeline.remark", who.strip(), entry.remark());
		return new TimelineEntry(TimelineEntry.State.PAST, LocalDate.ofInstant(entry.at(), CaseTime.ZONE), null,
				this.texts.in(locale, entry.message(), arguments), text.strip());
	}

	/** Codes become words; what is no code says itself. */
	private String word(String argument, RulePack pack, Locale locale) {
		if (pack.outcomes().containsKey(argument)) {
			return this.words.outcome(argument, pack, locale).label();
		}
		// Lines of before the kinds of case were procedures of a pack have them in
		// capitals.
		return pack.findKindOfCase(argument)
			.or(() -> pack.findKindOfCase(argument.toLowerCase(Locale.ROOT)))
			.map(kind -> kind.label().in(locale))
			.orElse(argument);
	}

	private static LocalDate day(CaseWhereabouts.Place place) {
		return LocalDate.ofInstant(place.since(), CaseTime.ZONE);
	}

	private static String orEmpty(@Nullable String name) {
		return name == null ? "" : name;
	}

}
