package cn.ecopark.organisation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
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

	private final CodeRequests requests;

	private final ObjectProvider<OpenWork> work;

	private final Audit audit;

	PeopleRegister(PersonTable table, OneTimeCodes codes, PersonSessions sessions, CodeRequests requests,
			ObjectProvider<OpenWork> work, Audit audit) {
		this.table = table;
		this.codes = codes;
		this.sessions = sessions;
		this.requests = requests;
		this.work = work;
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
	String issueCode(long personId) {
		endPassword(personId);
		record("person.code-issued", personId, Map.of());
		return this.codes.issue(OneTimeCodes.Purpose.PASSWORD, personId);
	}

	/**
	 * The same, where another administrator has handed over the first half of the code.
	 * @return the second half
	 */
	String issueSecondHalf(long personId, String firstDigest) {
		endPassword(personId);
		record("person.code-issued", personId, Map.of());
		return this.codes.issueSecondHalf(personId, firstDigest);
	}

	private void endPassword(long personId) {
		this.table.setPassword(personId, null);
		this.codes.withdraw(OneTimeCodes.Purpose.PASSWORD, personId);
		this.sessions.endWithCommit(personId);
	}

	/**
	 * What the person may do is another: sessions end, and the password where it was
	 * handed over for less.
	 */
	void stateChanged(long personId, boolean passwordEnds, Actor by) {
		this.requests.drop(personId, by.personId());
		if (passwordEnds) {
			endPassword(personId);
		}
		this.sessions.endWithCommit(personId);
	}

	/** All that waits for that person. */
	List<OpenWork.Held> openWork(long personId) {
		return this.work.stream().flatMap((place) -> place.of(personId).stream()).toList();
	}

	void giveUpWork(long personId, @Nullable Long colleague, Actor by) {
		this.work.stream().forEach((place) -> place.giveUp(personId, colleague, by));
	}

	/** Whether there was ever more than one security administrator with a password. */
	boolean hadSeveralSecurityAdministrators() {
		return this.table.hadSeveralSecurityAdministrators();
	}

	/**
	 * The person cannot sign in any more and loses every session; everything he or she
	 * did stays in the record.
	 * @throws OwnAccount if this is the account of whoever closes it
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	void close(long personId, Actor closedBy) {
		if (personId == closedBy.personId()) {
			throw new OwnAccount();
		}
		this.table.setActive(personId, false);
		this.requests.drop(personId, closedBy.personId());
		this.codes.withdraw(OneTimeCodes.Purpose.PASSWORD, personId);
		this.sessions.endWithCommit(personId);
		record("person.closed", personId, Map.of());
	}

	/**
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	void reopen(long personId) {
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
		this.sessions.endWithCommit(personId);
		record("person.password-set", personId, Map.of());
	}

	/**
	 * The person has chosen another password, knowing the old one; other sessions end.
	 * @param session the one that goes on
	 */
	@Transactional
	void changePassword(long personId, String hash, String session) {
		this.table.setPassword(personId, hash);
		this.sessions.endOthersWithCommit(personId, session);
		record("person.password-changed", personId, Map.of());
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
