package cn.ecopark.park.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.organisation.Units;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.ParkScope;
import cn.ecopark.park.ParkPacks;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PutDecisionsRight;
import cn.ecopark.park.RecordedDecision;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;

/** Puts the pages together on which the register is kept. */
@Component
class ParkRegisterPages {

	private static final int PAGE_SIZE = 30;

	private static final Typed NOTHING = new Typed(null, 0, "");

	private final Parks parks;

	private final PutDecisionsRight putRight;

	private final Units units;

	private final ParkPages parkPages;

	private final ParkPacks packs;

	private final ParkWords words;

	private final Texts texts;

	ParkRegisterPages(Parks parks, PutDecisionsRight putRight, Units units, ParkPages parkPages, ParkPacks packs,
			ParkWords words, Texts texts) {
		this.parks = parks;
		this.putRight = putRight;
		this.units = units;
		this.parkPages = parkPages;
		this.packs = packs;
		this.words = words;
		this.texts = texts;
	}

	/** What is wrong with which field. */
	record Complaint(String field, String message, Object @Nullable [] arguments) {

		List<FieldError> toErrors(Texts texts, Locale locale) {
			Object[] named = this.arguments != null ? this.arguments : new Object[0];
			return List.of(new FieldError(this.field, texts.in(locale, this.message, named)));
		}

	}

	ParkRegisterPage register(String query, Cursor<Long> cursor, Locale locale) {
		ParkSearch search = new ParkSearch(query.isBlank() ? null : query.strip(), null, null, null, ParkScope.ALL,
				cursor, PAGE_SIZE);
		ListPage<Park, Long> found = this.parks.search(search);
		ParkPacks.InForce inForce = this.packs.now();
		List<ParkRegisterPage.Row> rows = found.rows().stream().map((park) -> row(park, inForce, locale)).toList();
		Paging paging = Paging.of(found, UriComponentsBuilder.fromPath("/admin/parks").queryParam("q", query),
				String::valueOf);
		return new ParkRegisterPage(query, rows, paging, "", "", kinds(null, locale), provinces(""), cities(null),
				List.of());
	}

	ParkRegisterPage refused(ParkRegisterController.Form form, Complaint complaint, Locale locale) {
		ParkRegisterPage list = register("", Cursor.start(), locale);
		return new ParkRegisterPage("", list.rows(), list.paging(), form.name(), form.level(),
				kinds(form.kind(), locale), provinces(form.province()), cities(form.cityOrNull()),
				complaint.toErrors(this.texts, locale));
	}

	/**
	 * @param correcting number of the entry that is to be corrected; null where a further
	 * decision is entered
	 */
	PastDecisionPage pastDecision(Park park, @Nullable Long correcting, @Nullable Complaint complaint, Locale locale) {
		List<FieldError> errors = complaint == null ? List.of() : complaint.toErrors(this.texts, locale);
		RecordedDecision wrong = correcting == null ? null : this.putRight.past(park.id(), correcting);
		return wrong == null ? page(park, null, PastDecisionPage.Entry.EMPTY, NOTHING, errors, locale)
				: page(park, wrong.event().lifeStatus(), PastDecisionForm.entry(wrong.event(), wrong.dueAfter()),
						new Typed(new PastDecisionPage.Correcting(wrong.id(), ""), 0, ""), errors, locale);
	}

	PastDecisionPage refused(Park park, PastDecisionForm form, PastDecisionPage.@Nullable Correcting correcting,
			Complaint complaint, Locale locale) {
		return page(park, form.status(), form.toEntry(), new Typed(correcting, 0, ""),
				complaint.toErrors(this.texts, locale), locale);
	}

	PastDecisionPage notUndone(Park park, long entry, String reason, Complaint complaint, Locale locale) {
		return page(park, null, PastDecisionPage.Entry.EMPTY, new Typed(null, entry, reason),
				complaint.toErrors(this.texts, locale), locale);
	}

	/** What was typed to put an entry right. */
	private record Typed(PastDecisionPage.@Nullable Correcting correcting, long undone, String reason) {
	}

	private PastDecisionPage page(Park park, @Nullable LifeStatus chosen, PastDecisionPage.Entry entry, Typed typed,
			List<FieldError> errors, Locale locale) {
		PastDecisionPage.Correcting correcting = typed.correcting();
		LifeStatus before = correcting == null ? park.lifeStatus()
				: this.putRight.before(park.id(), correcting.id()).lifeStatus();
		List<Choice> statuses = before.next()
			.stream()
			.map((next) -> new Choice(next.name(), this.texts.in(locale, "park.event." + next), next == chosen))
			.toList();
		ParkPacks.InForce inForce = this.packs.now();
		List<PastDecisionPage.Recorded> events = this.parks.record(park.id())
			.stream()
			.map((one) -> new PastDecisionPage.Recorded(one.id(), this.parkPages.event(one, null, inForce, locale),
					isPast(one), one.id() == typed.undone() ? typed.reason() : ""))
			.collect(Collectors.toCollection(ArrayList::new));
		Collections.reverse(events);
		return new PastDecisionPage(Long.toString(park.id()), park.name(), this.words.status(park, inForce, locale),
				events, this.words.periodicKind(inForce, locale), citiesNear(park), statuses, entry, correcting,
				errors);
	}

	private static boolean isPast(RecordedDecision decision) {
		return decision.holds() && decision.event().paperPast();
	}

	private ParkRegisterPage.Row row(Park park, ParkPacks.InForce inForce, Locale locale) {
		return new ParkRegisterPage.Row("/admin/parks/" + park.id(), park.name(), this.words.province(park),
				this.words.status(park, inForce, locale));
	}

	private List<Choice> kinds(@Nullable ParkKind chosen, Locale locale) {
		return Arrays.stream(ParkKind.values())
			.map((kind) -> new Choice(kind.name(), this.words.kind(kind, locale), kind == chosen))
			.toList();
	}

	/**
	 * @param city null where none is named
	 * @return whether that city is one of that province
	 */
	boolean mayLieIn(String province, @Nullable String city) {
		return city == null || this.units.cities()
			.stream()
			.anyMatch((one) -> one.code().equals(city) && one.provinceCode().equals(province));
	}

	private List<Choice> citiesNear(Park park) {
		return this.units.cities()
			.stream()
			.filter((city) -> city.provinceCode().equals(park.provinceCode()))
			.map((city) -> new Choice(city.code(), city.name(), city.code().equals(park.cityCode())))
			.toList();
	}

	/** The cities of each province that has any; none is chosen by itself. */
	private List<ParkRegisterPage.Cities> cities(@Nullable String chosen) {
		return this.units.provinces()
			.stream()
			.map((province) -> new ParkRegisterPage.Cities(province.name(),
					this.units.cities()
						.stream()
						.filter((city) -> city.provinceCode().equals(province.code()))
						.map((city) -> new Choice(city.code(), city.name(), city.code().equals(chosen)))
						.toList()))
			.filter((cities) -> !cities.cities().isEmpty())
			.toList();
	}

	private List<Choice> provinces(String chosen) {
		return this.units.provinces()
			.stream()
			.map((province) -> new Choice(province.code(), province.name(), province.code().equals(chosen)))
			.toList();
	}

}
