package cn.ecopark.organisation.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.AccountCodes;
import cn.ecopark.organisation.AccountGaps;
import cn.ecopark.organisation.CodeRequest;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.web.view.Paging;

/** Puts the page of the security administrator together. */
@Component
class PeopleAdminPages {

	private static final int PAGE_SIZE = 50;

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

	PeopleAdminPage list(String query, Cursor<Long> cursor, Locale locale) {
		return page(query, cursor, null, locale);
	}

	PeopleAdminPage issued(AccountCodes.Issued issued, Locale locale) {
		Person person = this.people.find(issued.personId()).orElseThrow();
		String half = !issued.half() ? "whole" : issued.first() ? "first" : "second";
		return page("", Cursor.start(),
				new PeopleAdminPage.Issued(person.displayName(), person.signInName(), issued.code(), half), locale);
	}

	private PeopleAdminPage page(String query, Cursor<Long> cursor, PeopleAdminPage.@Nullable Issued issued,
			Locale locale) {
		ListPage<Person, Long> found = this.people.page(query, cursor, PAGE_SIZE);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/people").queryParam("q", query);
		return new PeopleAdminPage(query, found.rows().stream().map((person) -> row(person, locale)).toList(),
				Paging.of(found, address, String::valueOf), this.codes.waiting().stream().map(this::waiting).toList(),
				named(this.gaps.unitsWithoutSupervisor()), named(this.gaps.unitsWithNobody()),
				this.gaps.administratorsInOne(), issued);
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
