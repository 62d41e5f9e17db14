package cn.ecopark.organisation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A person to be entered.
 *
 * @param signInName kept in lower case
 * @param roles what the person is in that unit
 * @param expertise for experts only
 */
public record NewPerson(String signInName, String displayName, String unitId, Set<MemberRole> roles,
		@Nullable Expertise expertise) {

	private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

	/**
	 * @throws NotAPerson if the sign-in name is malformed, the name is blank or there is
	 * no role
	 */
	public NewPerson {
		signInName = signInName.strip().toLowerCase(Locale.ROOT);
		displayName = displayName.strip();
		roles = Set.copyOf(roles);
		if (!SIGN_IN_NAME.matcher(signInName).matches()) {
			throw NotAPerson.malformedSignInName();
		}
		if (displayName.isEmpty()) {
			throw NotAPerson.withoutName();
		}
		if (roles.isEmpty()) {
			throw NotAPerson.withoutRole();
		}
	}

	public NewPerson(String signInName, String displayName, String unitId, Set<MemberRole> roles) {
		this(signInName, displayName, unitId, roles, null);
	}

	/**
	 * Who administers belongs to the administration, experts to the pool, all others to
	 * the units that take part; and nobody administers the system, administers people and
	 * reads the audit in one.
	 * @throws NotAPerson if a role does not fit the unit, or an expert has no expertise
	 */
	void mustFit(UnitLevel level) {
		if (!this.roles.stream().allMatch((role) -> fits(role, level))) {
			throw NotAPerson.inWrongUnit();
		}
		if (!AccountRules.areKeptApart(this.roles)) {
			throw NotAPerson.withTooMuchPower();
		}
		if (this.roles.contains(MemberRole.EXPERT) && this.expertise == null) {
			throw NotAPerson.withoutExpertise();
		}
	}

	private static boolean fits(MemberRole role, UnitLevel level) {
		return switch (role) {
			case SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR -> level == UnitLevel.ADMINISTRATION;
			case EXPERT -> level == UnitLevel.EXPERT_POOL;
			case STAFF, SUPERVISOR -> level != UnitLevel.ADMINISTRATION && level != UnitLevel.EXPERT_POOL;
		};
	}

	/** What an expert is drawn by. */
	public record Expertise(String field, String employer, String title) {

		/**
		 * @throws NotAPerson if field, employer or title is blank
		 */
		public Expertise {
			if (field.isBlank() || employer.isBlank() || title.isBlank()) {
				throw NotAPerson.withoutExpertise();
			}
		}

	}

}
