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

	/** @throws NotAPerson if the sign-in name is malformed, the name is blank or there is no role */
	public NewPerson {
		signInName = signInName.strip().toLowerCase(Locale.ROOT);
		displayName = displayName.strip();
		roles = Set.copyOf(roles);
		if (!SIGN_IN_NAME.matcher(signInName).matches()) {
			throw new NotAPerson("organisation.sign-in-name-malformed");
		}
		if (displayName.isEmpty()) {
			throw new NotAPerson("organisation.display-name-missing");
		}
		if (roles.isEmpty()) {
			throw new NotAPerson("organisation.role-missing");
		}
	}

	public NewPerson(String signInName, String displayName, String unitId, Set<MemberRole> roles) {
		this(signInName, displayName, unitId, roles, null);
	}

	/** What an expert is drawn by. */
	public record Expertise(String field, String employer, String title) {
	}

}
