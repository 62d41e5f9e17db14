package cn.ecopark.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpeningRules;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkCases;
import cn.ecopark.park.ParkPacks;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;

/** What the cases say about parks, as far as the reader may know. */
@Component
class ParkCaseViews implements ParkCases {

	private final Cases cases;

	private final Whereabouts whereabouts;

	private final LifeSteps life;

	private final OpeningRules rules;

	private final ParkPacks packs;

	private final CaseWords words;

	private final Texts texts;

	ParkCaseViews(Cases cases, Whereabouts whereabouts, LifeSteps life, OpeningRules rules, ParkPacks packs,
			CaseWords words, Texts texts) {
		this.cases = cases;
		this.whereabouts = whereabouts;
		this.life = life;
		this.rules = rules;
		this.packs = packs;
		this.words = words;
		this.texts = texts;
	}

	@Override
	public Map<Long, Tag> underWay(Collection<Park> parks, Actor reader, Locale locale) {
		List<EcoCase> open = this.cases.ofParks(parks.stream().map(Park::id).toList(), reader)
			.stream()
			.filter(EcoCase::isOpen)
			.toList();
		Map<String, List<CaseWhereabouts.Place>> places = this.whereabouts.of(open.stream().map(EcoCase::id).toList());
		Set<String> still = this.words.standingStill(open);
		Map<Long, Tag> tags = new LinkedHashMap<>();
		open.forEach(one -> tags.put(one.park().id(),
				this.words.state(one, places.getOrDefault(one.id(), List.of()), still, locale)));
		return tags;
	}

	@Override
	public Optional<String> openCase(Park park) {
		return this.cases.ofPark(park.id()).stream().filter(EcoCase::isOpen).findFirst().map(this::called);
	}

	@Override
	public List<String> running(Park park) {
		List<EcoCase> open = this.cases.ofPark(park.id()).stream().filter(EcoCase::isOpen).toList();
		Set<String> still = this.words.standingStill(open);
		return open.stream().filter(one -> !still.contains(one.id())).map(this::called).toList();
	}

	private String called(EcoCase open) {
		String number = open.number();
		return number != null ? number : this.words.pack(open).kindOfCase(open.kind()).label().zh();
	}

	@Override
	public List<Step> life(Park park, Actor reader, Locale locale) {
		EcoCase open = this.cases.ofParks(List.of(park.id()), reader)
			.stream()
			.filter(EcoCase::isOpen)
			.findFirst()
			.orElse(null);
		return this.life.ofPark(park, open, this.packs.now(), locale);
	}

	@Override
	public List<Line> of(Park park, Actor reader, Locale locale) {
		List<EcoCase> known = this.cases.ofParks(List.of(park.id()), reader);
		Map<String, List<CaseWhereabouts.Place>> places = this.whereabouts
			.of(known.stream().filter(EcoCase::isOpen).map(EcoCase::id).toList());
		Set<String> still = this.words.standingStill(known);
		List<Line> lines = new ArrayList<>();
		for (EcoCase one : known) {
			Instant closed = one.closedAt();
			lines.add(new Line("/cases/" + one.id(), this.words.kind(one, locale), one.number(),
					this.words.state(one, places.getOrDefault(one.id(), List.of()), still, locale),
					LocalDate.ofInstant(one.openedAt(), CaseTime.ZONE),
					closed == null ? null : LocalDate.ofInstant(closed, CaseTime.ZONE)));
		}
		return lines;
	}

	@Override
	public List<Start> startable(Park park, Actor reader, Locale locale) {
		return this.rules.offered(reader, park)
			.stream()
			.map(kind -> new Start(kind.process(), kind.label().in(locale), kind.about().in(locale),
					this.rules.obstacle(kind, park)
						.map(refusal -> this.texts.in(locale, refusal.wordsKey(), refusal.arguments()))
						.orElse(null),
					kind.needsGround()))
			.toList();
	}

}
