package cn.ecopark.organisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.AccountGaps;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.Membership;
import cn.ecopark.organisation.PeopleOrder;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.PersonChange;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Says what people are, and offers what they could be. */
@Component
class PersonWords {

	private final Units units;

	private final CaseTime time;

	private final Texts texts;

	private final AccountGaps gaps;

	PersonWords(Units units, CaseTime time, Texts texts, AccountGaps gaps) {
		this.gaps = gaps;
		this.units = units;
		this.time = time;
		this.texts = texts;
	}

	String unit(Person person) {
		return person.memberships()
			.stream()
			.map((in) -> this.units.nameOn(in.unitId(), this.time.today()))
			.findFirst()
			.orElse("");
	}

	/**
	 * @return names of the units whose waiting tasks nobody could do without the person
	 */
	List<String> leftAloneBy(Person person) {
		return this.gaps.leftWithNobodyBy(person.id())
			.stream()
			.map((unit) -> this.units.nameOn(unit, this.time.today()))
			.toList();
	}

	String roles(Person person, Locale locale) {
		return person.memberships()
			.stream()
			.map(Membership::role)
			.distinct()
			.map((role) -> role(role, locale))
			.collect(Collectors.joining(this.texts.in(locale, "web.list.comma")));
	}

	Tag state(Person person, Locale locale) {
		return person.active() ? new Tag(this.texts.in(locale, "organisation.people.active"), Tone.GOOD)
				: new Tag(this.texts.in(locale, "organisation.people.closed"), Tone.QUIET);
	}

	List<PersonFields.Group> unitGroups(String chosen, Locale locale) {
		return this.units.kinds()
			.stream()
			.map((kind) -> new PersonFields.Group(this.units.label(kind, locale), unitsOf(kind, chosen)))
			.filter((group) -> !group.units().isEmpty())
			.toList();
	}

	private List<Choice> unitsOf(UnitKind kind, String chosen) {
		return this.units.allOf(kind)
			.stream()
			.filter((unit) -> unit.id().equals(chosen) || this.units.isThereOn(unit.id(), this.time.today()))
			.map((unit) -> new Choice(unit.id(), unit.nameOn(this.time.today()), unit.id().equals(chosen)))
			.toList();
	}

	List<Choice> roleChoices(Set<MemberRole> chosen, Locale locale) {
		return Arrays.stream(MemberRole.values())
			.map((role) -> new Choice(role.name(), role(role, locale), chosen.contains(role)))
			.toList();
	}

	PersonPage.Change change(PersonChange change, Locale locale) {
		String text = change.before().isEmpty() ? change.after()
				: this.texts.in(locale, "organisation.change.fromTo", change.before(), change.after());
		String with = change.with();
		String by = (with == null) ? change.by()
				: this.texts.in(locale, "organisation.change.byTwo", change.by(), with);
		return new PersonPage.Change(this.texts.in(locale, "organisation.change." + change.act()), text,
				change.reason(), by, change.at().atZone(CaseTime.ZONE));
	}

	String order(PeopleOrder by, Locale locale) {
		return this.texts.in(locale, "organisation.order." + SortedBy.word(by));
	}

	private String role(MemberRole role, Locale locale) {
		return this.texts.in(locale, "organisation.role." + role);
	}

}
