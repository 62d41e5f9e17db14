package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.AccountCodes;
import cn.ecopark.organisation.AccountGaps;
import cn.ecopark.organisation.CodeRequest;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.PeopleOrder;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.spreadsheet.ListSheet;
import cn.ecopark.spreadsheet.SheetColumn;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;

/** Puts the page of the security administrator together. */
@Component
class PeopleAdminPages {

	private static final int PAGE_SIZE = 50;

	private static final List<SheetColumn<PeopleAdminPage.Row>> COLUMNS = List.of(
			SheetColumn.text("organisation.people.name", 20, PeopleAdminPage.Row::name),
			SheetColumn.text("organisation.people.username", 24, PeopleAdminPage.Row::username),
			SheetColumn.text("organisation.people.unit", 40, PeopleAdminPage.Row::unit),
			SheetColumn.text("organisation.people.roles", 30, PeopleAdminPage.Row::roles),
			SheetColumn.text("organisation.people.state", 12, (row) -> row.state().label()));

	private final People people;

	private final Units units;

	private final AccountGaps gaps;

	private final AccountCodes codes;

	private final PersonWords words;

	private final CurrentActor current;

	private final CaseTime time;

	PeopleAdminPages(People people, Units units, AccountGaps gaps, AccountCodes codes, PersonWords words,
			CurrentActor current, CaseTime time) {
		this.people = people;
		this.units = units;
		this.gaps = gaps;
		this.codes = codes;
		this.words = words;
		this.current = current;
		this.time = time;
	}

	PeopleAdminPage list(SearchWords query, SortedBy<PeopleOrder> sort, Cursor<Long> cursor, Locale locale) {
		return page(query, sort, cursor, null, locale);
	}

	PeopleAdminPage issued(AccountCodes.Issued issued, Locale locale) {
		Person person = this.people.find(issued.personId()).orElseThrow();
		String half = !issued.half() ? "whole" : issued.first() ? "first" : "second";
		return page(SearchWords.NONE, PeopleOrder.USUAL, Cursor.start(),
				new PeopleAdminPage.Issued(person.displayName(), person.signInName(), issued.code(), half), locale);
	}

	ListSheet<PeopleAdminPage.Row, Long> sheet(SearchWords query, SortedBy<PeopleOrder> sort, Locale locale) {
		return new ListSheet<>("people", "organisation.people.list", Map.of("q", query.text(), "sort", sort.text()),
				COLUMNS, (cursor) -> rows(query, sort, cursor, ListSheet.PAGE, locale));
	}

	private ListPage<PeopleAdminPage.Row, Long> rows(SearchWords query, SortedBy<PeopleOrder> sort, Cursor<Long> cursor,
			int size, Locale locale) {
		return this.people.page(query, sort, cursor, size).map((person) -> row(person, locale));
	}

	private PeopleAdminPage page(SearchWords query, SortedBy<PeopleOrder> sort, Cursor<Long> cursor,
			PeopleAdminPage.@Nullable Issued issued, Locale locale) {
		ListPage<PeopleAdminPage.Row, Long> found = rows(query, sort, cursor, PAGE_SIZE, locale);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/people").queryParam("q", query.text());
		return new PeopleAdminPage(query.text(), found.rows(),
				Paging.of(found, ListTools.sorted(address, sort), String::valueOf),
				ListTools.of(address, sort, (by) -> this.words.order(by, locale)),
				this.codes.waiting().stream().map(this::waiting).toList(), named(this.gaps.unitsWithoutSupervisor()),
				named(this.gaps.unitsWithNobody()), named(this.gaps.unitsWithTooFewToSign()),
				named(this.gaps.endedUnitsWithPeople(this.time.today())), this.gaps.administratorsInOne(), issued);
	}

	private List<String> named(List<String> units) {
		return units.stream().map((unit) -> this.units.nameOn(unit, this.time.today())).toList();
	}

	private PeopleAdminPage.Waiting waiting(CodeRequest request) {
		Person person = this.people.find(request.personId()).orElseThrow();
		return new PeopleAdminPage.Waiting(request.id(), person.id(), person.displayName(), person.signInName(),
				this.words.unit(person), this.people.nameOf(request.askedBy()), request.askedAt().atZone(CaseTime.ZONE),
				request.askedBy() == this.current.get().personId());
	}

	private PeopleAdminPage.Row row(Person person, Locale locale) {
		return new PeopleAdminPage.Row(person.id(), person.signInName(), person.displayName(), this.words.unit(person),
				this.words.roles(person, locale), this.words.state(person, locale), person.invented());
	}

}
