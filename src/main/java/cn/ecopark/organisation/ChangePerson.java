package cn.ecopark.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;

/** 变更人员: another name, unit, roles or field, and 停用, each with its reason. */
@Component
public class ChangePerson {

	private final PersonTable table;

	private final People people;

	private final Units units;

	private final AccountCodes codes;

	private final PeopleRegister register;

	private final PersonHistory history;

	private final Audit audit;

	private final AccountWords words;

	ChangePerson(PersonTable table, People people, Units units, AccountCodes codes, PeopleRegister register,
			PersonHistory history, Audit audit, AccountWords words) {
		this.table = table;
		this.people = people;
		this.units = units;
		this.codes = codes;
		this.register = register;
		this.history = history;
		this.audit = audit;
		this.words = words;
	}

	/**
	 * From today on the person is what is said; what he or she was stays in the record.
	 * All sessions end. Whoever goes to another unit gives up what is claimed; whoever is
	 * given a role that takes two administrators needs a new code.
	 * @param changed under the sign-in name the person has
	 * @param version of the person that was seen
	 * @throws OwnAccount if the actor would change the own roles
	 * @throws NotAPerson if it cannot stand, or there is no reason
	 * @throws cn.ecopark.shared.StaleRecord if somebody else has changed the person
	 */
	@Transactional
	public void change(long personId, NewPerson changed, String reason, int version, Actor by) {
		Person before = this.people.find(personId).orElseThrow(() -> new UnknownPerson(personId));
		UnitLevel level = this.units.get(changed.unitId()).level();
		changed.mustFit(level);
		if (reason.isBlank()) {
			throw NotAPerson.withoutReason();
		}
		List<Membership> after = changed.roles()
			.stream()
			.sorted()
			.map((role) -> new Membership(changed.unitId(), role))
			.toList();
		boolean same = Set.copyOf(before.memberships()).equals(Set.copyOf(after));
		if (personId == by.personId() && !same) {
			throw new OwnAccount();
		}
		String was = this.words.told(before, this.people.expert(personId).orElse(null));
		this.table.change(personId, changed, version);
		boolean leaves = before.memberships().stream().noneMatch((in) -> in.unitId().equals(changed.unitId()));
		if (leaves) {
			this.register.giveUpWork(personId, null, by);
		}
		boolean passwordEnds = AccountRules.passwordEnds(before.memberships(), after,
				this.codes.takesTwo(changed.roles(), level));
		this.register.stateChanged(personId, passwordEnds, by);
		Person now = this.people.find(personId).orElseThrow();
		String is = this.words.told(now, this.people.expert(personId).orElse(null));
		this.history.add(personId, PersonChange.Act.CHANGED, new PersonHistory.Said(was, is, reason.strip()),
				by.personId(), null);
		Map<String, String> details = new TreeMap<>();
		details.put("person", Long.toString(personId));
		details.put("before", was);
		details.put("after", is);
		details.put("reason", reason.strip());
		details.put("passwordEnded", Boolean.toString(passwordEnds));
		this.audit.record(Subject.ADMINISTRATION, "person.changed", details);
	}

	/**
	 * 停用: the person cannot sign in any more and loses every session; what was claimed
	 * goes back at once. Everything he or she did stays in the record.
	 * @param to who takes over what was claimed: empty: the unit; null: nothing was said,
	 * which will do only where nothing is claimed
	 * @throws OwnAccount if this is the actor's own account
	 * @throws NotAPerson if something is claimed and nothing was said, or the colleague
	 * is none, or there is no reason
	 */
	@Transactional
	public void close(long personId, @Nullable Optional<Long> to, String reason, Actor by) {
		Person person = this.people.find(personId).orElseThrow(() -> new UnknownPerson(personId));
		if (personId == by.personId()) {
			throw new OwnAccount();
		}
		boolean claims = this.register.openWork(personId).stream().anyMatch(OpenWork.Held::claimed);
		if (claims && to == null) {
			throw NotAPerson.withoutSuccessor();
		}
		Long colleague = (claims && to != null) ? to.orElse(null) : null;
		if (colleague != null && colleagues(person).stream().noneMatch((one) -> one.id() == colleague)) {
			throw NotAPerson.withoutSuccessor();
		}
		if (reason.isBlank()) {
			throw NotAPerson.withoutReason();
		}
		this.register.giveUpWork(personId, colleague, by);
		this.register.close(personId, by);
		this.history.add(personId, PersonChange.Act.CLOSED, PersonHistory.Said.why(reason.strip()), by.personId(),
				null);
	}

	/**
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	public void reopen(long personId, Actor by) {
		this.register.reopen(personId);
		this.history.add(personId, PersonChange.Act.REOPENED, PersonHistory.Said.NOTHING, by.personId(), null);
	}

	/** All that waits for the person. */
	public List<OpenWork.Held> openWork(long personId) {
		return this.register.openWork(personId);
	}

	/** By which a form tells that nobody else has changed the person meanwhile. */
	public int versionOf(long personId) {
		return this.table.versionOf(personId);
	}

	/** Those who could take over what the person has claimed. */
	public List<Person> colleagues(Person person) {
		return person.memberships()
			.stream()
			.map(Membership::unitId)
			.distinct()
			.flatMap((unit) -> this.people.membersOf(unit).stream())
			.filter((member) -> member.id() != person.id())
			.filter((member) -> member.memberships().stream().map(Membership::role).anyMatch(MemberRole::worksOnCases))
			.distinct()
			.toList();
	}

}
