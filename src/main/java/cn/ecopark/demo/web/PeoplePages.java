package cn.ecopark.demo.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.PeopleOrder;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.Unit;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.WaitingTasks;

/** Gathers the invented people by the parties they belong to. */
@Component
@ConditionalOnBooleanProperty("ecopark.demonstration")
class PeoplePages {

	/** Far more than the demonstration has. */
	private static final int MOST = 1000;

	private final Units units;

	private final People people;

	private final WaitingTasks waiting;

	private final CaseTime time;

	private final Texts texts;

	PeoplePages(Units units, People people, WaitingTasks waiting, CaseTime time, Texts texts) {
		this.units = units;
		this.people = people;
		this.waiting = waiting;
		this.time = time;
		this.texts = texts;
	}

	PeoplePage page(Locale locale) {
		Scene scene = new Scene(this.time.today(), inventedByUnit(), fieldsOfExperts(), this.waiting.now());
		List<PeoplePage.Group> groups = Arrays.stream(DemonstrationParty.values())
			.map((party) -> new PeoplePage.Group(this.texts.in(locale, "demo.party." + party),
					this.texts.in(locale, "demo.does." + party), at(party.level(), scene, locale)))
			.filter((group) -> !group.people().isEmpty())
			.toList();
		return new PeoplePage(scene.today, groups);
	}

	/** Everything the page shows, read once. */
	private record Scene(LocalDate today, Map<String, List<Person>> people, Map<Long, String> fields,
			WaitingTasks.Waiting waiting) {
	}

	private Map<String, List<Person>> inventedByUnit() {
		return this.people.page(SearchWords.NONE, SortedBy.ascending(PeopleOrder.ENTERED), Cursor.start(), MOST)
			.rows()
			.stream()
			.filter((person) -> person.invented() && person.active() && !person.memberships().isEmpty())
			.collect(Collectors.groupingBy((person) -> person.memberships().get(0).unitId()));
	}

	private Map<Long, String> fieldsOfExperts() {
		return this.people.experts().stream().collect(Collectors.toMap(Expert::personId, Expert::field));
	}

	/** Units of one kind together. */
	private List<PeoplePage.Person> at(UnitLevel level, Scene scene, Locale locale) {
		return this.units.kinds()
			.stream()
			.filter((kind) -> kind.level() == level)
			.flatMap((kind) -> this.units.allOf(kind).stream())
			.flatMap((unit) -> scene.people.getOrDefault(unit.id(), List.of())
				.stream()
				.map((person) -> row(person, unit, scene, locale)))
			.toList();
	}

	private PeoplePage.Person row(Person person, Unit unit, Scene scene, Locale locale) {
		String role = this.texts.in(locale, "organisation.role." + person.memberships().get(0).role());
		String where = scene.fields.getOrDefault(person.id(), unit.nameOn(scene.today));
		return new PeoplePage.Person(Long.toString(person.id()), person.displayName(), where, role,
				scene.waiting.of(unit.id(), person.id()));
	}

}
