package cn.ecopark.organisation;

import cn.ecopark.shared.Refusal;

/** What was entered about a person cannot stand. */
public class NotAPerson extends Refusal {

	private final String field;

	private NotAPerson(String problem, String field) {
		super(problem);
		this.field = field;
	}

	static NotAPerson malformedSignInName() {
		return new NotAPerson("organisation.sign-in-name-malformed", "username");
	}

	static NotAPerson withoutName() {
		return new NotAPerson("organisation.display-name-missing", "name");
	}

	static NotAPerson withoutRole() {
		return new NotAPerson("organisation.role-missing", "role");
	}

	static NotAPerson inWrongUnit() {
		return new NotAPerson("organisation.role-does-not-fit-unit", "role");
	}

	static NotAPerson withTooMuchPower() {
		return new NotAPerson("organisation.roles-not-apart", "role");
	}

	static NotAPerson withoutExpertise() {
		return new NotAPerson("organisation.expertise-missing", "field");
	}

	static NotAPerson withoutReason() {
		return new NotAPerson("organisation.reason-missing", "reason");
	}

	/** Something waits, and nobody was said who takes it over. */
	static NotAPerson withoutSuccessor() {
		return new NotAPerson("organisation.successor-missing", "to");
	}

	/** Which entry is wrong: username, name, role, field, reason or to. */
	public String field() {
		return this.field;
	}

}
