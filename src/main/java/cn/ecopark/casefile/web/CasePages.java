package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.organisation.Actor;

/** Puts the page of one case together. */
@Component
class CasePages {

	private final FileViews file;

	private final LifeSteps life;

	private final WayViews way;

	private final Whereabouts whereabouts;

	private final PlaceWords places;

	private final CaseWords words;

	private final IssuedViews issued;

	private final CaseEndings endings;

	CasePages(FileViews file, LifeSteps life, WayViews way, Whereabouts whereabouts, PlaceWords places, CaseWords words,
			IssuedViews issued, CaseEndings endings) {
		this.file = file;
		this.life = life;
		this.way = way;
		this.whereabouts = whereabouts;
		this.places = places;
		this.words = words;
		this.issued = issued;
		this.endings = endings;
	}

	CasePage page(EcoCase ecoCase, Actor reader, Locale locale) {
		String id = ecoCase.id();
		List<CaseWhereabouts.Place> places = this.whereabouts.of(id);
		FileViews.Material material = this.file.material(id, id, reader, null, ecoCase.release(), locale);
		String next = ecoCase.isOpen() ? this.places.next(ecoCase, places, reader, locale) : "";
		return new CasePage(id, heading(ecoCase, places, locale), this.life.steps(ecoCase, locale),
				this.way.diagram(ecoCase, reader, locale), material, this.issued.documents(id, reader, locale),
				next.isEmpty() ? null : next, task(reader, id), this.endings.offered(ecoCase, reader, locale));
	}

	private CasePage.Heading heading(EcoCase ecoCase, List<CaseWhereabouts.Place> places, Locale locale) {
		List<String> meta = this.words.meta(ecoCase, locale);
		String taken = this.way.taken(ecoCase, locale);
		if (taken != null) {
			meta.add(taken);
		}
		return new CasePage.Heading(ecoCase.park().name(), "/parks/" + ecoCase.park().id(),
				this.words.state(ecoCase, places, this.words.standingStill(List.of(ecoCase)), locale), meta);
	}

	private CasePage.@Nullable Task task(Actor reader, String id) {
		return this.whereabouts.own(reader, id)
			.filter(place -> place.url() != null)
			.map(place -> new CasePage.Task(String.valueOf(place.url()), place.step()))
			.orElse(null);
	}

}
