package cn.ecopark.park.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.Actor;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkAccess;
import cn.ecopark.park.ParkMerger;
import cn.ecopark.park.ParkMergers;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Texts;

/** Tells on the page of a park what became part of it, or of what it became part. */
@Component
class MergedParks {

	private final ParkMergers mergers;

	private final Parks parks;

	private final ParkAccess access;

	private final ParkWords words;

	private final Texts texts;

	MergedParks(ParkMergers mergers, Parks parks, ParkAccess access, ParkWords words, Texts texts) {
		this.mergers = mergers;
		this.parks = parks;
		this.access = access;
		this.words = words;
		this.texts = texts;
	}

	/**
	 * @return how the park became part of another
	 */
	Optional<ParkMerger> out(Park park) {
		return this.mergers.of(park.id());
	}

	/**
	 * @return how others became part of the park
	 */
	List<ParkMerger> in(Park park) {
		return this.mergers.into(park.id());
	}

	/** The park that the merger ended. */
	Park ended(ParkMerger merger) {
		return this.parks.get(merger.parkId());
	}

	/** What is told of a park that became part of another. */
	String of(Park ended, String what, Locale locale) {
		return this.texts.in(locale, "park.merger.of", ended.name(), what);
	}

	/** A merger as what happened to both parks. */
	ParkPage.Event event(ParkMerger merger, Locale locale) {
		ParkMerger.TitleDecided title = merger.title();
		return new ParkPage.Event(day(merger.on(), locale),
				this.texts.in(locale, "park.merger.event", ended(merger).name(), this.parks.get(merger.into()).name()),
				this.texts.in(locale, "park.change.told",
						title == null ? this.texts.in(locale, "park.merger.open")
								: this.texts.in(locale, "park.merger.decided",
										title.words() + "（" + title.reference() + "）"),
						merger.reference(), merger.reason()),
				null, null);
	}

	/** The other parks, each with the way to it for whoever may read it. */
	List<ParkPage.Fact> facts(Park park, Actor reader, Locale locale) {
		List<ParkPage.Fact> facts = new ArrayList<>();
		out(park).ifPresent((merger) -> facts.add(fact("mergedInto", this.parks.get(merger.into()), reader, locale)));
		in(park).forEach((merger) -> facts.add(fact("mergedFrom", ended(merger), reader, locale)));
		return facts;
	}

	private ParkPage.Fact fact(String name, Park other, Actor reader, Locale locale) {
		return new ParkPage.Fact(this.texts.in(locale, "park.page." + name), other.name(),
				this.access.mayRead(reader, other.id()) ? "/parks/" + other.id() : null);
	}

	private String day(LocalDate day, Locale locale) {
		return this.words.date(KnownDate.of(day), locale);
	}

}
