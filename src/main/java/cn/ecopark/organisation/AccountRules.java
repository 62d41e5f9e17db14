package cn.ecopark.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * 三员分立: which accounts one security administrator cannot open alone. Whoever opens an
 * account can act in its place, so that a decision of a ministry would be in the hands of
 * one administrator.
 */
final class AccountRules {

	private static final List<MemberRole> ADMINISTRATIVE = List.of(MemberRole.SYSTEM_ADMIN, MemberRole.SECURITY_ADMIN,
			MemberRole.AUDITOR);

	private AccountRules() {
	}

	/**
	 * Those who decide always take two; a park decides nothing, it applies. Other
	 * administrators take two as soon as there are two: the first security administrator
	 * of an installation has to enter the second alone.
	 * @param several whether there was ever more than one security administrator
	 */
	static boolean codeTakesTwo(Set<MemberRole> roles, UnitLevel level, boolean several) {
		boolean decides = level != UnitLevel.PARK && roles.stream().anyMatch(MemberRole::worksOnCases);
		return decides || several && roles.stream().anyMatch(ADMINISTRATIVE::contains);
	}

	/**
	 * A password that was handed over for less does not open more: whoever is given a
	 * role that takes two needs a new code, which takes two.
	 */
	static boolean passwordEnds(Collection<Membership> before, Collection<Membership> after, boolean takesTwo) {
		return takesTwo && !before.containsAll(after);
	}

	/** Nobody is system administrator, security administrator and auditor in one. */
	static boolean areKeptApart(Set<MemberRole> roles) {
		return roles.stream().filter(ADMINISTRATIVE::contains).count() <= 1
				&& (roles.stream().noneMatch(ADMINISTRATIVE::contains)
						|| roles.stream().noneMatch(MemberRole::worksOnCases));
	}

}
