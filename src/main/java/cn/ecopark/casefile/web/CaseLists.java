package cn.ecopark.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseList;
import cn.ecopark.casefile.CaseOrder;
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
import cn.ecopark.shared.SortedBy;
import cn.ecopark.shared.Texts;
import cn.ecopark.spreadsheet.ListSheet;
import cn.ecopark.spreadsheet.SheetColumn;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;

/** Puts the list of cases together, as a page and as a sheet. */
@Component
class CaseLists {

	private static final int PAGE_SIZE = 30;

	private static final List<SheetColumn<CaseListPage.Row>> COLUMNS = List.of(
			SheetColumn.text("casefile.list.park", 40, CaseListPage.Row::park),
			SheetColumn.text("casefile.list.province", 18, row -> row.parkMeta().get(0)),
			SheetColumn.text("casefile.list.parkKind", 12, row -> row.parkMeta().get(1)),
			SheetColumn.text("casefile.list.kind", 16, CaseListPage.Row::kind),
			SheetColumn.text("casefile.list.number", 20, CaseListPage.Row::number),
			SheetColumn.text("casefile.list.state", 16, row -> row.state().label()),
			SheetColumn.text("casefile.list.present", 40, CaseListPage.Row::present),
			SheetColumn.day("casefile.list.since", CaseListPage.Row::since),
			SheetColumn.day("casefile.list.opened", CaseListPage.Row::opened));

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

	CaseListPage page(CaseList.Filter filter, SortedBy<CaseOrder> sort, Cursor<String> cursor, Actor reader,
			Locale locale) {
		ListPage<CaseListPage.Row, String> page = rows(filter, sort, cursor, PAGE_SIZE, reader, locale);
		Map<String, String> kinds = this.words.kinds(locale);
		UriComponentsBuilder address = address(filter);
		return new CaseListPage(filter.query().text(),
				choices(List.copyOf(kinds.keySet()), filter.kind(), kind -> String.valueOf(kinds.get(kind)), locale),
				choices(states(reader), filter.state(), state -> this.texts.in(locale, "casefile.status." + state),
						locale),
				choices(this.cases.provinces(reader), filter.province(), this.units::provinceName, locale),
				this.cases.count(reader, filter), page.rows(),
				Paging.of(page, ListTools.sorted(address, sort), String::valueOf),
				ListTools.of(address, sort, by -> this.texts.in(locale, "casefile.order." + SortedBy.word(by))),
				DueRechecks.isOffice(reader) ? this.words.periodicKind(locale) : null);
	}

	ListSheet<CaseListPage.Row, String> sheet(CaseList.Filter filter, SortedBy<CaseOrder> sort, Actor reader,
			Locale locale) {
		return new ListSheet<>("cases", "casefile.list.title",
				Map.of("q", filter.query().text(), "kind", filter.kind(), "state", filter.state(), "province",
						filter.province(), "sort", sort.text()),
				COLUMNS, cursor -> rows(filter, sort, cursor, ListSheet.PAGE, reader, locale));
	}

	/** Where they are and who has them is asked once for all rows of a page. */
	private ListPage<CaseListPage.Row, String> rows(CaseList.Filter filter, SortedBy<CaseOrder> sort,
			Cursor<String> cursor, int size, Actor reader, Locale locale) {
		ListPage<EcoCase, String> page = this.cases.page(reader, filter, sort, cursor, size);
		Map<String, List<CaseWhereabouts.Place>> places = this.whereabouts
			.of(page.rows().stream().filter(EcoCase::isOpen).map(EcoCase::id).toList());
		Map<Long, String> people = this.placeWords.people(places.values());
		Set<String> still = this.words.standingStill(page.rows());
		return page
			.map(ecoCase -> row(ecoCase, places.getOrDefault(ecoCase.id(), List.of()), people, still, reader, locale));
	}

	private CaseListPage.Row row(EcoCase ecoCase, List<CaseWhereabouts.Place> places, Map<Long, String> people,
			Set<String> still, Actor reader, Locale locale) {
		Instant closed = ecoCase.closedAt();
		Instant since = closed != null ? closed
				: places.stream().map(CaseWhereabouts.Place::since).findFirst().orElse(ecoCase.openedAt());
		return new CaseListPage.Row(ecoCase.id(), "/cases/" + ecoCase.id(), ecoCase.park().name(),
				this.words.parkMeta(ecoCase, locale), ecoCase.number(), this.words.kind(ecoCase, locale),
				this.words.state(ecoCase, places, still, locale),
				closed != null ? null : this.placeWords.present(places, ecoCase, people, reader, locale), day(since),
				day(ecoCase.openedAt()));
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, CaseTime.ZONE);
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
			.queryParam("q", filter.query().text())
			.queryParam("kind", filter.kind())
			.queryParam("state", filter.state())
			.queryParam("province", filter.province());
	}

}
