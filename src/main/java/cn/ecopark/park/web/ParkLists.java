package cn.ecopark.park.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkAccess;
import cn.ecopark.park.ParkCases;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkMergers;
import cn.ecopark.park.ParkPacks;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.shared.Texts;
import cn.ecopark.spreadsheet.ListSheet;
import cn.ecopark.spreadsheet.SheetColumn;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts the list of parks together, as a page and as a sheet. */
@Component
class ParkLists {

	private static final List<SheetColumn<ParkListPage.Row>> COLUMNS = List.of(
			SheetColumn.text("park.list.park", 40, ParkListPage.Row::name),
			SheetColumn.text("park.list.province", 18, ParkListPage.Row::province),
			SheetColumn.text("park.list.kind", 12, ParkListPage.Row::kind),
			SheetColumn.text("park.list.status", 14, (row) -> row.status().label()),
			SheetColumn.text("park.list.underWay", 20, (row) -> {
				Tag underWay = row.underWay();
				return underWay != null ? underWay.label() : null;
			}), SheetColumn.text("park.list.named", 16, ParkListPage.Row::named),
			SheetColumn.day("park.list.recheck", ParkListPage.Row::recheckDue));

	private final Parks parks;

	private final ParkAccess access;

	private final Units units;

	private final ObjectProvider<ParkCases> cases;

	private final ParkMergers mergers;

	private final ParkPacks packs;

	private final ParkWords words;

	private final Texts texts;

	ParkLists(Parks parks, ParkAccess access, Units units, ObjectProvider<ParkCases> cases, ParkMergers mergers,
			ParkPacks packs, ParkWords words, Texts texts) {
		this.mergers = mergers;
		this.parks = parks;
		this.access = access;
		this.units = units;
		this.cases = cases;
		this.packs = packs;
		this.words = words;
		this.texts = texts;
	}

	ParkListPage page(ParkSearch wanted, Actor reader, Locale locale) {
		ParkSearch search = this.access.within(reader, wanted);
		ParkPacks.InForce inForce = this.packs.now();
		ListPage<ParkListPage.Row, Long> found = rows(search, inForce, reader, locale);
		String query = wanted.name() != null ? wanted.name() : "";
		UriComponentsBuilder address = address(wanted);
		return new ParkListPage(query,
				choices("park.list.anyStatus", LifeStatus.values(), wanted.lifeStatus(),
						(status) -> this.words.status(status, inForce, locale), locale),
				provinces(search.provinceCode(), locale),
				choices("park.list.anyKind", ParkKind.values(), wanted.kind(), (kind) -> this.words.kind(kind, locale),
						locale),
				numbers(reader, inForce, locale), found.rows(),
				Paging.of(found, ListTools.sorted(address, wanted.sort()), String::valueOf),
				ListTools.of(address, wanted.sort(), (by) -> this.texts.in(locale, "park.order." + SortedBy.word(by))));
	}

	ListSheet<ParkListPage.Row, Long> sheet(ParkSearch wanted, Actor reader, Locale locale) {
		ParkSearch search = this.access.within(reader, wanted);
		ParkPacks.InForce inForce = this.packs.now();
		Map<String, String> narrowed = new HashMap<>();
		address(wanted).build().getQueryParams().forEach((name, values) -> narrowed.put(name, values.get(0)));
		narrowed.put("sort", wanted.sort().text());
		return new ListSheet<>("parks", "park.list.title", narrowed, COLUMNS,
				(cursor) -> rows(search.at(cursor, ListSheet.PAGE), inForce, reader, locale));
	}

	/** What is under way is asked once for all rows of a page. */
	private ListPage<ParkListPage.Row, Long> rows(ParkSearch search, ParkPacks.InForce inForce, Actor reader,
			Locale locale) {
		ListPage<Park, Long> found = this.parks.search(search);
		ParkCases known = this.cases.getIfAvailable();
		Map<Long, Tag> underWay = new HashMap<>(
				known != null ? known.underWay(found.rows(), reader, locale) : Map.of());
		this.mergers.of(found.rows().stream().map(Park::id).toList())
			.keySet()
			.forEach((id) -> underWay.put(id, new Tag(this.texts.in(locale, "park.merger.tag"), Tone.QUIET)));
		return found.map((park) -> row(park, underWay.get(park.id()), inForce, locale));
	}

	private ParkListPage.Row row(Park park, @Nullable Tag underWay, ParkPacks.InForce inForce, Locale locale) {
		KnownDate named = park.namedOn();
		return new ParkListPage.Row(Long.toString(park.id()), "/parks/" + park.id(), park.name(),
				this.words.province(park), this.words.kind(park.kind(), locale),
				this.words.status(park, inForce, locale), underWay,
				named != null ? this.words.date(named, locale) : null, park.recheckDueOn());
	}

	private List<ParkListPage.Count> numbers(Actor reader, ParkPacks.InForce inForce, Locale locale) {
		Map<LifeStatus, Long> numbers = this.parks.count(this.access.scopeOf(reader));
		return numbers.entrySet()
			.stream()
			.map((entry) -> new ParkListPage.Count(this.words.status(entry.getKey(), inForce, locale),
					entry.getValue()))
			.toList();
	}

	private <E extends Enum<E>> List<Choice> choices(String any, E[] constants, @Nullable E chosen,
			Function<E, String> label, Locale locale) {
		return withAny(any, Arrays.asList(constants), chosen != null ? chosen.name() : "", Enum::name, label, locale);
	}

	private List<Choice> provinces(@Nullable String chosen, Locale locale) {
		return withAny("park.list.anyProvince", this.units.provinces(), chosen != null ? chosen : "",
				(province) -> province.code(), (province) -> province.name(), locale);
	}

	private <T> List<Choice> withAny(String any, List<T> things, String chosen, Function<T, String> value,
			Function<T, String> label, Locale locale) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", this.texts.in(locale, any), chosen.isEmpty()));
		things.forEach((thing) -> choices
			.add(new Choice(value.apply(thing), label.apply(thing), value.apply(thing).equals(chosen))));
		return choices;
	}

	private static UriComponentsBuilder address(ParkSearch search) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/parks");
		addIfSet(address, "q", search.name());
		addIfSet(address, "status", search.lifeStatus());
		addIfSet(address, "province", search.provinceCode());
		addIfSet(address, "kind", search.kind());
		return address;
	}

	private static void addIfSet(UriComponentsBuilder address, String name, @Nullable Object value) {
		if (value != null) {
			address.queryParam(name, value);
		}
	}

}
