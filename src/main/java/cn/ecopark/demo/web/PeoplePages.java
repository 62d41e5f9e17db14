package cn.ecopark.demo.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.demo.Making;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.MemberRole;
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
import cn.ecopark.worklist.Proposal;
import cn.ecopark.worklist.Proposals;
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

	private final Making making;

	private final SampleFiles samples;

	private final Proposals proposals;

	private final Texts texts;

	PeoplePages(Units units, People people, WaitingTasks waiting, CaseTime time, Making making, SampleFiles samples,
			Proposals proposals, Texts texts) {
		this.proposals = proposals;
		this.making = making;
		this.samples = samples;
		this.units = units;
		this.people = people;
		this.waiting = waiting;
		this.time = time;
		this.texts = texts;
	}

	PeoplePage page(Locale locale) {
		Scene scene = new Scene(this.time.today(), inventedByUnit(), fieldsOfExperts(), this.waiting.now());
		Optional<Making.State> state = this.making.state();
		Map<DemonstrationParty, List<PeoplePage.Person>> byParty = new EnumMap<>(DemonstrationParty.class);
		for (DemonstrationParty party : DemonstrationParty.values()) {
			byParty.put(party, at(party.level(), scene, locale));
		}
		List<PeoplePage.Group> groups = byParty.entrySet()
			.stream()
			.filter((people) -> !people.getValue().isEmpty())
			.map((people) -> group(people.getKey(), people.getValue(), state.isPresent(), locale))
			.toList();
		PeoplePage.Preparing preparing = state.filter((making) -> !making.ended())
			.map((making) -> new PeoplePage.Preparing(making.made(), making.moves(), making.isWelcoming()))
			.orElse(null);
		return new PeoplePage(scene.today, preparing,
				state.isPresent() ? suggestions(byParty, signers(scene), locale) : List.of(), groups,
				this.samples.list(locale));
	}

	/** Only where there are so many that nobody would look through them. */
	private PeoplePage.Group group(DemonstrationParty party, List<PeoplePage.Person> people, boolean folded,
			Locale locale) {
		List<PeoplePage.Person> busy = people.stream().filter((person) -> person.waiting() > 0).toList();
		List<PeoplePage.Person> idle = folded && !busy.isEmpty()
				? people.stream().filter((person) -> person.waiting() == 0).toList() : List.of();
		return new PeoplePage.Group(this.texts.in(locale, "demo.party." + party),
				this.texts.in(locale, "demo.does." + party), idle.isEmpty() ? people : busy, idle);
	}

	/**
	 * Who has something to sign that a colleague has proposed comes before the others.
	 * @param signers names of those who have proposed, by id of who can sign
	 */
	private List<PeoplePage.Suggestion> suggestions(Map<DemonstrationParty, List<PeoplePage.Person>> byParty,
			Map<String, String> signers, Locale locale) {
		return DemonstrationParty.SUGGESTED.stream()
			.flatMap((party) -> byParty.getOrDefault(party, List.of())
				.stream()
				.filter((person) -> person.waiting() > 0)
				.sorted(Comparator.comparing((PeoplePage.Person person) -> !signers.containsKey(person.id())))
				.limit(1)
				.map((person) -> new PeoplePage.Suggestion(this.texts.in(locale, "demo.party." + party),
						see(party, signers.get(person.id()), locale), person)))
			.toList();
	}

	private String see(DemonstrationParty party, @Nullable String proposer, Locale locale) {
		return proposer == null ? this.texts.in(locale, "demo.see." + party)
				: this.texts.in(locale, "demo.see.sign", proposer);
	}

	private Map<String, String> signers(Scene scene) {
		Map<String, String> signers = new HashMap<>();
		for (Proposal proposal : this.proposals.waitingForTheLast()) {
			scene.people.getOrDefault(proposal.unitId(), List.of())
				.stream()
				.filter((person) -> person.id() != proposal.proposer().personId()
						&& person.memberships().get(0).role() == MemberRole.SUPERVISOR)
				.forEach((person) -> signers.putIfAbsent(Long.toString(person.id()), proposal.proposer().name()));
		}
		return signers;
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

	/** Those for whom most waits first; otherwise units of one kind together. */
	private List<PeoplePage.Person> at(UnitLevel level, Scene scene, Locale locale) {
		return this.units.kinds()
			.stream()
			.filter((kind) -> kind.level() == level)
			.flatMap((kind) -> this.units.allOf(kind).stream())
			.flatMap((unit) -> scene.people.getOrDefault(unit.id(), List.of())
				.stream()
				.map((person) -> row(person, unit, scene, locale)))
			.sorted(Comparator.comparing(PeoplePage.Person::waiting).reversed())
			.toList();
	}

	private PeoplePage.Person row(Person person, Unit unit, Scene scene, Locale locale) {
		String role = this.texts.in(locale, "organisation.role." + person.memberships().get(0).role());
		String where = scene.fields.getOrDefault(person.id(), unit.nameOn(scene.today));
		return new PeoplePage.Person(Long.toString(person.id()), person.displayName(), where, role,
				scene.waiting.of(unit.id(), person.id()), scene.waiting.overdueOf(unit.id(), person.id()));
	}

}
