package cn.ecopark.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.shared.Refusal;

/**
 * 签发一次性代码: by one security administrator, or by two who hand over one half each, so that
 * neither can act in the place of somebody who decides.
 */
@Component
public class AccountCodes {

	private final PeopleRegister register;

	private final People people;

	private final Units units;

	private final CodeRequests requests;

	private final OneTimeCodes codes;

	private final PersonHistory history;

	private final Audit audit;

	AccountCodes(PeopleRegister register, People people, Units units, CodeRequests requests, OneTimeCodes codes,
			PersonHistory history, Audit audit) {
		this.register = register;
		this.people = people;
		this.units = units;
		this.requests = requests;
		this.codes = codes;
		this.history = history;
		this.audit = audit;
	}

	/**
	 * What an administrator hands over; it is kept nowhere.
	 *
	 * @param half true where it is one of two halves
	 * @param first true of the first half
	 */
	public record Issued(long personId, String code, boolean half, boolean first) {
	}

	/** Whoever has asked cannot confirm. */
	public static final class SecondAdministratorNeeded extends Refusal {

		SecondAdministratorNeeded() {
			super("organisation.second-administrator-needed");
		}

	}

	/** Somebody has confirmed or refused it, or it is too old. */
	public static final class RequestOver extends Refusal {

		RequestOver() {
			super("organisation.code-request-over");
		}

	}

	/**
	 * @throws UnknownPerson if there is no such person
	 */
	@Transactional
	public Issued ask(long personId, Actor by) {
		Person person = this.people.find(personId).orElseThrow(() -> new UnknownPerson(personId));
		if (!takesTwo(person)) {
			String code = this.register.issueCode(personId);
			this.history.add(personId, PersonChange.Act.CODE_ISSUED, PersonHistory.Said.NOTHING, by.personId(), null);
			return new Issued(personId, code, false, false);
		}
		String first = this.codes.half();
		this.requests.ask(personId, by.personId(), OneTimeCodes.digest(first));
		record("person.code-asked", personId);
		return new Issued(personId, first, true, true);
	}

	/**
	 * The old password ends now, and not before: until here it was one administrator.
	 * @throws SecondAdministratorNeeded if the actor has asked for it, or it is the
	 * actor's own account
	 * @throws RequestOver if it waits no more
	 */
	@Transactional
	public Issued confirm(long requestId, Actor by) {
		CodeRequests.Kept kept = this.requests.find(requestId).orElseThrow(RequestOver::new);
		CodeRequest request = kept.request();
		if (request.askedBy() == by.personId() || request.personId() == by.personId()) {
			throw new SecondAdministratorNeeded();
		}
		this.requests.decide(requestId, true, by.personId());
		String second = this.register.issueSecondHalf(request.personId(), kept.firstDigest());
		this.history.add(request.personId(), PersonChange.Act.CODE_ISSUED, PersonHistory.Said.NOTHING,
				request.askedBy(), by.personId());
		return new Issued(request.personId(), second, true, false);
	}

	/**
	 * @throws RequestOver if it waits no more
	 */
	@Transactional
	public void refuse(long requestId, Actor by) {
		CodeRequest request = this.requests.find(requestId).orElseThrow(RequestOver::new).request();
		this.requests.decide(requestId, false, by.personId());
		record("person.code-refused", request.personId());
	}

	/** The oldest first. */
	public List<CodeRequest> waiting() {
		return this.requests.open();
	}

	/** Whether a code for that person takes two administrators. */
	public boolean takesTwo(Person person) {
		Set<MemberRole> roles = person.memberships().stream().map(Membership::role).collect(Collectors.toSet());
		return person.memberships()
			.stream()
			.map((membership) -> this.units.get(membership.unitId()).level())
			.anyMatch((level) -> takesTwo(roles, level));
	}

	boolean takesTwo(Set<MemberRole> roles, UnitLevel level) {
		return AccountRules.codeTakesTwo(roles, level, this.register.hadSeveralSecurityAdministrators());
	}

	private void record(String action, long personId) {
		this.audit.record(Subject.ADMINISTRATION, action, Map.of("person", Long.toString(personId)));
	}

}
