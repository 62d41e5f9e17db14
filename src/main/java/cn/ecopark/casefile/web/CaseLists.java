package cn.ecopark.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseList;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.CaseWhereabouts;
import cn.ecopark.casefile.DueRechecks;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Whereabouts;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.MomentKey;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.Paging;

/** Puts the list of cases together; where they are is asked once for the page. */
@Component
class CaseLists {

	private final CaseList cases;

	private final Whereabouts whereabouts;

	private final Units units;

	private final CaseWords words;

	private final PlaceWords placeWords;

	private final Texts texts;

	CaseLists(CaseList cases, Whereabouts whereabouts, Units units, CaseWords words, PlaceWords placeWords,
			Texts texts) {
		this.cases = cases;
		this.whereabouts = whereabouts;
		this.units = units;
		this.words = words;
		this.placeWords = placeWords;
		this.texts = texts;
	}

	CaseListPage page(CaseList.Filter filter, Cursor<MomentKey> cursor, Actor reader, Locale locale) {
		ListPage<EcoCase, MomentKey> page = this.cases.page(reader, filter, cursor);
		Map<String, String> kinds = this.words.kinds(locale);
		Map<String, List<CaseWhereabouts.Place>> places = this.whereabouts
			.of(page.rows().stream().filter(EcoCase::isOpen).map(EcoCase::id).toList());
		return new CaseListPage(filter.query(),
				choices(List.copyOf(kinds.keySet()), filter.kind(), kind -> String.valueOf(kinds.get(kind)), locale),
				choices(states(reader), filter.state(), state -> this.texts.in(locale, "casefile.status." + state),
						locale),
				choices(this.cases.provinces(reader), filter.province(), this.units::provinceName, locale),
				this.cases.count(reader, filter),
				page.rows()
					.stream()
					.map(ecoCase -> row(ecoCase, places.getOrDefault(ecoCase.id(), List.of()), reader, locale))
					.toList(),
				Paging.of(page, address(filter), MomentKey::text),
				DueRechecks.isOffice(reader) ? this.words.periodicKind(locale) : null);
	}

	private CaseListPage.Row row(EcoCase ecoCase, List<CaseWhereabouts.Place> places, Actor reader, Locale locale) {
		Instant closed = ecoCase.closedAt();
		Instant since = closed != null ? closed
				: places.stream().map(CaseWhereabouts.Place::since).findFirst().orElse(ecoCase.openedAt());
		return new CaseListPage.Row(ecoCase.id(), "/cases/" + ecoCase.id(), ecoCase.park().name(),
				this.words.parkMeta(ecoCase, locale), ecoCase.number(), this.words.kind(ecoCase, locale),
				this.words.state(ecoCase, places, locale),
				closed != null ? null : this.placeWords.present(places, ecoCase, reader, locale),
				LocalDate.ofInstant(since, CaseTime.ZONE));
	}

	/** Drafts are known to the park alone. */
	private static List<String> states(Actor reader) {
		return names(CaseStatus.values()).stream()
			.filter(state -> reader.unitLevel() == UnitLevel.PARK || !state.equals(CaseStatus.DRAFT.name()))
			.toList();
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map(Enum::name).toList();
	}

	private List<Choice> choices(List<String> values, String chosen, UnaryOperator<String> label, Locale locale) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.texts.in(locale, "casefile.list.any"), chosen.isEmpty()));
		values.forEach(value -> choices.add(new Choice(value, label.apply(value), value.equals(chosen))));
		return choices;
	}

	private static UriComponentsBuilder address(CaseList.Filter filter) {
		return UriComponentsBuilder.fromPath("/cases")
			.queryParam("q", filter.query())
			.queryParam("kind", filter.kind())
			.queryParam("state", filter.state())
			.queryParam("province", filter.province());
	}

}
