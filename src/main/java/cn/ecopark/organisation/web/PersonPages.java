package cn.ecopark.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.AccountCodes;
import cn.ecopark.organisation.ChangePerson;
import cn.ecopark.organisation.CurrentActor;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.LastSignIns;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.Membership;
import cn.ecopark.organisation.OpenWork;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.PersonHistory;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;

/** Puts the pages about one person together. */
@Component
class PersonPages {

	private final People people;

	private final ChangePerson change;

	private final AccountCodes codes;

	private final PersonHistory history;

	private final LastSignIns signIns;

	private final PersonWords words;

	private final CurrentActor current;

	private final Texts texts;

	PersonPages(People people, ChangePerson change, AccountCodes codes, PersonHistory history, LastSignIns signIns,
			PersonWords words, CurrentActor current, Texts texts) {
		this.people = people;
		this.change = change;
		this.codes = codes;
		this.history = history;
		this.signIns = signIns;
		this.words = words;
		this.current = current;
		this.texts = texts;
	}

	PersonFields blank(Locale locale) {
		return fields(PersonFields.Entry.EMPTY, "", Set.of(), List.of(), locale);
	}

	PersonFields refused(PersonForm form, List<FieldError> errors, Locale locale) {
		return fields(form.toEntry(), PersonForm.text(form.unit()), form.roles(), errors, locale);
	}

	PersonPage page(Person person, Locale locale) {
		Expert expert = this.people.expert(person.id()).orElse(null);
		PersonFields.Entry entry = new PersonFields.Entry(person.signInName(), person.displayName(),
				(expert != null) ? expert.field() : "", (expert != null) ? expert.employer() : "",
				(expert != null) ? expert.title() : "", "");
		String unit = person.memberships().stream().map(Membership::unitId).findFirst().orElse("");
		Set<MemberRole> roles = person.memberships().stream().map(Membership::role).collect(Collectors.toSet());
		return page(person, this.change.versionOf(person.id()), fields(entry, unit, roles, List.of(), locale), locale);
	}

	PersonPage page(Person person, int version, PersonFields fields, Locale locale) {
		return new PersonPage(person.id(), version, person.signInName(), person.displayName(), this.words.unit(person),
				this.words.roles(person, locale), this.words.state(person, locale), person.active(), person.invented(),
				person.id() == this.current.get().personId(), this.codes.takesTwo(person),
				this.codes.waiting().stream().anyMatch((request) -> request.personId() == person.id()),
				this.signIns.last(person.id()).map((last) -> last.at().atZone(CaseTime.ZONE)).orElse(null), fields,
				this.history.of(person.id()).stream().map((change) -> this.words.change(change, locale)).toList());
	}

	/**
	 * @param to what was chosen before
	 */
	ClosePage close(Person person, @Nullable String to, String reason, List<FieldError> errors, Locale locale) {
		List<OpenWork.Held> held = this.change.openWork(person.id());
		List<Choice> successors = new ArrayList<>();
		successors.add(new Choice("unit", this.texts.in(locale, "organisation.close.unit"), "unit".equals(to)));
		this.change.colleagues(person)
			.forEach((one) -> successors
				.add(new Choice(Long.toString(one.id()), one.displayName(), Long.toString(one.id()).equals(to))));
		return new ClosePage(person.id(), person.displayName(), this.words.unit(person),
				held.stream().filter(OpenWork.Held::claimed).toList(),
				held.stream().filter((one) -> !one.claimed()).toList(), this.words.leftAloneBy(person), successors,
				reason, errors);
	}

	private PersonFields fields(PersonFields.Entry entry, String unit, Set<MemberRole> roles, List<FieldError> errors,
			Locale locale) {
		return new PersonFields(entry, this.words.unitGroups(unit, locale), this.words.roleChoices(roles, locale),
				errors);
	}

}
