package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkCases;
import cn.ecopark.park.ParkChange;
import cn.ecopark.park.ParkChanges;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkMerger;
import cn.ecopark.park.ParkPacks;
import cn.ecopark.park.Parks;
import cn.ecopark.park.Plaque;
import cn.ecopark.park.Plaques;
import cn.ecopark.park.RecheckResult;
import cn.ecopark.park.RecordPlaque;
import cn.ecopark.park.RecordedDecision;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts the page of one park together. */
@Component
class ParkPages {

	private final Parks parks;

	private final ObjectProvider<ParkCases> cases;

	private final ParkPacks packs;

	private final ParkWords words;

	private final ParkChanges changes;

	private final MergedParks merged;

	private final Plaques plaques;

	private final Texts texts;

	ParkPages(Parks parks, ObjectProvider<ParkCases> cases, ParkPacks packs, ParkWords words, ParkChanges changes,
			MergedParks merged, Plaques plaques, Texts texts) {
		this.plaques = plaques;
		this.merged = merged;
		this.changes = changes;
		this.parks = parks;
		this.cases = cases;
		this.packs = packs;
		this.words = words;
		this.texts = texts;
	}

	ParkPage page(Park park, Actor reader, Locale locale) {
		String id = Long.toString(park.id());
		ParkPacks.InForce inForce = this.packs.now();
		ParkPage.Heading heading = new ParkPage.Heading(park.name(), this.words.status(park, inForce, locale),
				underWay(park, reader, locale),
				List.of(this.words.province(park), this.words.kind(park.kind(), locale), park.level()));
		ParkCases known = this.cases.getIfAvailable();
		return new ParkPage(id, heading, known != null ? known.life(park, reader, locale) : List.of(),
				facts(park, reader, inForce, locale), cases(park, reader, locale),
				eventsOfAll(park, reader, inForce, locale),
				known != null ? known.startable(park, reader, locale) : List.of(), "/parks/" + id + "/cases",
				UUID.randomUUID().toString(), park.lifeStatus() == LifeStatus.NAMED && RecordPlaque.mayRecord(reader)
						? "/parks/" + id + "/plaque" : null);
	}

	/** Its own, and those of the parks that have become part of it. */
	private List<ParkCases.Line> cases(Park park, Actor reader, Locale locale) {
		ParkCases known = this.cases.getIfAvailable();
		if (known == null) {
			return List.of();
		}
		List<ParkCases.Line> lines = new ArrayList<>(known.of(park, reader, locale));
		for (ParkMerger merger : this.merged.in(park)) {
			Park ended = this.merged.ended(merger);
			known.of(ended, reader, locale)
				.forEach((line) -> lines.add(new ParkCases.Line(line.url(), this.merged.of(ended, line.kind(), locale),
						line.number(), line.state(), line.opened(), line.closed())));
		}
		return lines;
	}

	/**
	 * What happened to the park, to those that have become part of it, and how they did;
	 * the newest first.
	 */
	private List<ParkPage.Event> eventsOfAll(Park park, Actor reader, ParkPacks.InForce inForce, Locale locale) {
		List<Dated> events = dated(park, reader, inForce, locale);
		this.merged.out(park).ifPresent((merger) -> insert(events, merger.on(), this.merged.event(merger, locale)));
		for (ParkMerger merger : this.merged.in(park)) {
			Park ended = this.merged.ended(merger);
			for (Dated event : dated(ended, reader, inForce, locale)) {
				ParkPage.Event told = event.event();
				insert(events, event.on(), new ParkPage.Event(told.when(), this.merged.of(ended, told.title(), locale),
						told.text(), told.putAside(), told.url()));
			}
			insert(events, merger.on(), this.merged.event(merger, locale));
		}
		return newestFirst(events);
	}

	private static void insert(List<Dated> events, @Nullable LocalDate on, ParkPage.Event event) {
		events.add((on != null) ? placeOf(on, events) : afterUndated(events), new Dated(on, event));
	}

	/** What has no day stands first, in the order of its entry. */
	private static int afterUndated(List<Dated> events) {
		int place = 0;
		while (place < events.size() && events.get(place).on() == null) {
			place++;
		}
		return place;
	}

	private @Nullable Tag underWay(Park park, Actor reader, Locale locale) {
		if (this.merged.out(park).isPresent()) {
			return new Tag(this.texts.in(locale, "park.merger.tag"), Tone.QUIET);
		}
		ParkCases known = this.cases.getIfAvailable();
		return known != null ? known.underWay(List.of(park), reader, locale).get(park.id()) : null;
	}

	private List<ParkPage.Fact> facts(Park park, Actor reader, ParkPacks.InForce inForce, Locale locale) {
		List<ParkPage.Fact> facts = new ArrayList<>();
		facts.add(fact("kind", this.words.kind(park.kind(), locale), locale));
		facts.add(fact("level", park.level(), locale));
		facts.add(fact("province", this.words.province(park), locale));
		this.words.city(park).ifPresent((city) -> facts.add(fact("city", city, locale)));
		String noStandard = this.texts.in(locale,
				"park.page." + (park.lifeStatus() == LifeStatus.PROSPECT ? "standardLater" : "standardUnknown"));
		facts.add(fact("standard", Objects.requireNonNullElse(park.standard(), noStandard), locale));
		this.parks.revisionsOfPlan(park.id())
			.stream()
			.reduce((earlier, later) -> later)
			.ifPresent((last) -> facts.add(fact("plan", this.texts.in(locale, "park.page.planRevised",
					date(last.decidedOn(), locale), Objects.requireNonNullElse(last.documentNumber(), "")), locale)));
		if (park.lifeStatus() == LifeStatus.NAMED) {
			facts.add(fact("title", Objects.requireNonNullElse(park.titleName(), ""), locale));
			facts.add(fact("namedOn", date(park.namedOn(), locale), locale));
			facts.add(new ParkPage.Fact(
					this.texts.in(locale, "park.page.recheckDue", this.words.periodicKind(inForce, locale)),
					park.recheckDueOn() != null ? this.words.date(KnownDate.of(park.recheckDueOn()), locale)
							: this.texts.in(locale, "park.page.recheckUnknown"),
					null));
		}
		this.plaques.of(park.id())
			.forEach((plaque) -> facts.add(fact("plaque",
					this.texts.in(locale, "park.plaque.fact", day(plaque.on(), locale), plaque.place(), plaque.by()),
					locale)));
		facts.addAll(this.merged.facts(park, reader, locale));
		this.parks.reapplyFrom(park)
			.ifPresent((from) -> facts.add(fact("reapplicationFrom", day(from, locale), locale)));
		return facts;
	}

	private ParkPage.Fact fact(String name, String value, Locale locale) {
		return new ParkPage.Fact(this.texts.in(locale, "park.page." + name), value, null);
	}

	/**
	 * Decisions, also those that were put aside, and changes; the newest first.
	 */
	List<ParkPage.Event> events(Park park, Actor reader, ParkPacks.InForce inForce, Locale locale) {
		return newestFirst(dated(park, reader, inForce, locale));
	}

	private static List<ParkPage.Event> newestFirst(List<Dated> events) {
		List<Dated> turned = new ArrayList<>(events);
		Collections.reverse(turned);
		return turned.stream().map(Dated::event).toList();
	}

	/** The earliest first. */
	private List<Dated> dated(Park park, Actor reader, ParkPacks.InForce inForce, Locale locale) {
		List<Dated> events = new ArrayList<>();
		for (RecordedDecision decision : this.parks.record(park.id())) {
			KnownDate on = decision.event().decidedOn();
			String number = reader.unitLevel() == UnitLevel.OFFICE ? decision.event().documentNumber() : null;
			events.add(new Dated((on != null) ? on.earliest() : null, event(decision, number, inForce, locale)));
		}
		for (ParkChange change : this.changes.of(park.id())) {
			events.add(placeOf(change.on(), events), new Dated(change.on(), changed(change, locale)));
		}
		for (Plaque plaque : this.plaques.of(park.id())) {
			String told = this.texts.in(locale, "park.plaque.told", plaque.place(), plaque.by());
			insert(events, plaque.on(),
					new ParkPage.Event(
							day(plaque.on(), locale), this.texts.in(locale, "park.page.plaque"), plaque.why().isEmpty()
									? told : this.texts.in(locale, "park.plaque.corrected", told, plaque.why()),
							null, null));
		}
		return events;
	}

	/** An event with its day; null where that is not known. */
	private record Dated(@Nullable LocalDate on, ParkPage.Event event) {
	}

	/** Decisions keep the order of their entry; a change comes before what is later. */
	private static int placeOf(LocalDate on, List<Dated> events) {
		int place = events.size();
		while (place > 0) {
			LocalDate before = events.get(place - 1).on();
			if (before == null || !before.isAfter(on)) {
				break;
			}
			place--;
		}
		return place;
	}

	private ParkPage.Event changed(ParkChange change, Locale locale) {
		String after = told(change, change.after(), locale);
		String text = change.before().isEmpty() ? after
				: this.texts.in(locale, "park.change.fromTo", told(change, change.before(), locale), after);
		return new ParkPage.Event(day(change.on(), locale), this.texts.in(locale, "park.change.act." + change.act()),
				this.texts.in(locale, "park.change.told", text, change.reference(), change.reason()), null, null);
	}

	private String told(ParkChange change, String said, Locale locale) {
		return (change.act() == ParkChange.Act.KIND) ? this.words.kind(ParkKind.valueOf(said), locale) : said;
	}

	/**
	 * @param number of the document by which the reader finds it in the register; null
	 * for nobody
	 */
	ParkPage.Event event(RecordedDecision decision, @Nullable String number, ParkPacks.InForce inForce, Locale locale) {
		ParkEvent event = decision.event();
		RecheckResult recheck = event.recheck();
		LocalDate reapplyFrom = event.reapplyFrom();
		String details = Stream
			.of(event.documentNumber(), labelled("standardOf", event.standard(), locale),
					labelled("titleOf", event.titleName(), locale),
					recheck != null ? this.words.outcome(recheck.release(), recheck.result(), locale) : null,
					recheck != null ? labelled("nextRecheck", day(recheck.nextDueOn(), locale), locale) : null,
					reapplyFrom != null ? labelled("reapplyFrom", day(reapplyFrom, locale), locale) : null,
					event.paperPast() ? this.texts.in(locale, "park.page.paperPast") : null,
					labelled("sourceOf", event.source(), locale), event.note())
			.filter((detail) -> detail != null && !detail.isEmpty())
			.collect(Collectors.joining(this.texts.in(locale, "park.page.semicolon")));
		return new ParkPage.Event(date(event.decidedOn(), locale),
				recheck != null ? recheck(recheck, locale)
						: event.planCase() != null ? this.texts.in(locale, "park.event.plan")
								: this.words.event(event, inForce, locale),
				details, putAside(decision, locale), number == null || event.paperPast() ? null : register(number));
	}

	private ParkPage.@Nullable PutAside putAside(RecordedDecision decision, Locale locale) {
		RecordedDecision.PutAside putAside = decision.putAside();
		if (putAside == null) {
			return null;
		}
		boolean undone = putAside.replacedBy() == null;
		return new ParkPage.PutAside(
				new Tag(this.texts.in(locale, undone ? "park.event.undone" : "park.event.corrected"),
						undone ? Tone.BAD : Tone.WARN),
				putAside.reason());
	}

	private static String register(String number) {
		return UriComponentsBuilder.fromPath("/papers").queryParam("q", number).encode().build().toUriString();
	}

	private String recheck(RecheckResult recheck, Locale locale) {
		return this.texts.in(locale, recheck.passed() ? "park.event.recheck" : "park.event.recheck-failed",
				this.words.outcome(recheck.release(), recheck.grade(), locale),
				this.words.recheck(recheck.release(), locale));
	}

	private String day(LocalDate day, Locale locale) {
		return this.words.date(KnownDate.of(day), locale);
	}

	private @Nullable String labelled(String name, @Nullable String value, Locale locale) {
		return value != null ? this.texts.in(locale, "park.page." + name, value) : null;
	}

	private String date(@Nullable KnownDate date, Locale locale) {
		return date != null ? this.words.date(date, locale) : this.texts.in(locale, "park.page.dateUnknown");
	}

}
