package cn.ecopark.organisation.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.Membership;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Puts the page of the security administrator together. */
@Component
class PeopleAdminPages {

	private static final int PAGE_SIZE = 50;

	private final People people;

	private final Units units;

	private final CurrentActor current;

	private final CaseTime time;

	private final Texts texts;

	PeopleAdminPages(People people, Units units, CurrentActor current, CaseTime time, Texts texts) {
		this.people = people;
		this.units = units;
		this.current = current;
		this.time = time;
		this.texts = texts;
	}

	PeopleAdminPage list(String query, Cursor<Long> cursor, Locale locale) {
		return page(query, cursor, new Draft(PeopleAdminPage.Entry.EMPTY, "", Set.of(), List.of()), null, locale);
	}

	PeopleAdminPage issued(PeopleAdminPage.Issued issued, Locale locale) {
		return page("", Cursor.start(), new Draft(PeopleAdminPage.Entry.EMPTY, "", Set.of(), List.of()), issued,
				locale);
	}

	PeopleAdminPage refused(PeopleController.Form form, List<FieldError> errors, Locale locale) {
		Set<MemberRole> roles = form.role() != null ? form.role() : Set.of();
		return page("", Cursor.start(), new Draft(form.toEntry(), form.unit(), roles, errors), null, locale);
	}

	/** The form for a new person as it was sent, and what is wrong with it. */
	private record Draft(PeopleAdminPage.Entry entry, String unit, Set<MemberRole> roles, List<FieldError> errors) {
	}

	private PeopleAdminPage page(String query, Cursor<Long> cursor, Draft draft,
			PeopleAdminPage.@Nullable Issued issued, Locale locale) {
		ListPage<Person, Long> found = this.people.page(query, cursor, PAGE_SIZE);
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/people").queryParam("q", query);
		return new PeopleAdminPage(query, found.rows().stream().map((person) -> row(person, locale)).toList(),
				Paging.of(found, address, String::valueOf), draft.entry, unitGroups(draft.unit, locale),
				roles(draft.roles, locale), draft.errors, issued);
	}

	private PeopleAdminPage.Row row(Person person, Locale locale) {
		LocalDate today = this.time.today();
		String unit = person.memberships()
			.stream()
			.map((in) -> this.units.nameOn(in.unitId(), today))
			.findFirst()
			.orElse("");
		String roles = person.memberships()
			.stream()
			.map(Membership::role)
			.map((role) -> role(role, locale))
			.collect(Collectors.joining(this.texts.in(locale, "web.list.comma")));
		Tag state = person.active() ? new Tag(this.texts.in(locale, "organisation.people.active"), Tone.GOOD)
				: new Tag(this.texts.in(locale, "organisation.people.closed"), Tone.QUIET);
		return new PeopleAdminPage.Row(person.id(), person.signInName(), person.displayName(), unit, roles, state,
				person.active(), person.invented(), person.id() == this.current.get().personId());
	}

	private List<PeopleAdminPage.Group> unitGroups(String chosen, Locale locale) {
		return this.units.kinds()
			.stream()
			.map((kind) -> new PeopleAdminPage.Group(this.units.label(kind, locale), unitsOf(kind, chosen)))
			.filter((group) -> !group.units().isEmpty())
			.toList();
	}

	private List<Choice> unitsOf(UnitKind kind, String chosen) {
		LocalDate today = this.time.today();
		return this.units.allOf(kind)
			.stream()
			.map((unit) -> new Choice(unit.id(), unit.nameOn(today), unit.id().equals(chosen)))
			.toList();
	}

	private List<Choice> roles(Set<MemberRole> chosen, Locale locale) {
		return Arrays.stream(MemberRole.values())
			.map((role) -> new Choice(role.name(), role(role, locale), chosen.contains(role)))
			.toList();
	}

	private String role(MemberRole role, Locale locale) {
		return this.texts.in(locale, "organisation.role." + role);
	}

}
