package cn.ecopark.organisation;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;

/**
 * The commands on people: those of the security administrator, and what a one-time code
 * allows.
 */
@Component
public class PeopleRegister {

	private final PersonTable table;

	private final OneTimeCodes codes;

	private final PersonSessions sessions;

	private final Audit audit;

	PeopleRegister(PersonTable table, OneTimeCodes codes, PersonSessions sessions, Audit audit) {
		this.table = table;
		this.codes = codes;
		this.sessions = sessions;
		this.audit = audit;
	}

	/**
	 * Enters a person, who has no password yet.
	 * @return the person's id
	 * @throws SignInNameTaken if somebody bears that name already
	 * @throws UnknownUnit if there is no such unit
	 * @throws NotAPerson if the roles do not fit the unit
	 */
	@Transactional
	public long add(NewPerson person) {
		long id = this.table.insert(person, null, false);
		record("person.added", id,
				Map.of("unit", person.unitId(), "roles", person.roles().stream().sorted().toList().toString()));
		return id;
	}

	/**
	 * Gives a person a code with which to set a new password. The old one and all
	 * sessions end at once.
	 * @return the code, which is not kept anywhere
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	public String issueCode(long personId) {
		this.table.setPassword(personId, null);
		this.codes.withdraw(OneTimeCodes.Purpose.PASSWORD, personId);
		this.sessions.endAfterCommit(personId);
		record("person.code-issued", personId, Map.of());
		return this.codes.issue(OneTimeCodes.Purpose.PASSWORD, personId);
	}

	/**
	 * The person cannot sign in any more and loses every session; everything he or she
	 * did stays in the record.
	 * @throws OwnAccount if this is the account of whoever closes it
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	public void close(long personId, Actor closedBy) {
		if (personId == closedBy.personId()) {
			throw new OwnAccount();
		}
		this.table.setActive(personId, false);
		this.codes.withdraw(OneTimeCodes.Purpose.PASSWORD, personId);
		this.sessions.endAfterCommit(personId);
		record("person.closed", personId, Map.of());
	}

	/**
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	public void reopen(long personId) {
		this.table.setActive(personId, true);
		record("person.reopened", personId, Map.of());
	}

	/**
	 * Enters the first person and uses the code up.
	 * @throws CodeInvalid if the code is not valid or somebody is there already
	 */
	@Transactional
	void addFirst(NewPerson person, String hash, String code) {
		if (!this.table.isEmptyAndLocked()) {
			throw new CodeInvalid();
		}
		this.codes.redeem(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null, code);
		long id = this.table.insert(person, hash, false);
		this.codes.withdraw(OneTimeCodes.Purpose.FIRST_ADMINISTRATOR, null);
		record("person.first-administrator", id, Map.of("name", person.displayName()));
	}

	/**
	 * Sets the person's password, uses the code up and ends all sessions.
	 * @throws CodeInvalid if the code is not valid for that person
	 */
	@Transactional
	void setPassword(long personId, String hash, String code) {
		this.codes.redeem(OneTimeCodes.Purpose.PASSWORD, personId, code);
		this.table.setPassword(personId, hash);
		this.sessions.endAfterCommit(personId);
		record("person.password-set", personId, Map.of());
	}

	boolean isEmpty() {
		return this.table.isEmpty();
	}

	private void record(String action, long personId, Map<String, String> details) {
		Map<String, String> all = new HashMap<>(details);
		all.put("person", Long.toString(personId));
		this.audit.record(Subject.ADMINISTRATION, action, all);
	}

}
