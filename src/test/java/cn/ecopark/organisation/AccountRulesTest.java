package cn.ecopark.organisation;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountRulesTest {

	@Test
	void takesTwoForWhoeverDecidesAndOneForAPark() {
		for (UnitLevel level : UnitLevel.values()) {
			assertThat(AccountRules.codeTakesTwo(Set.of(MemberRole.STAFF), level, false)).as(level.name())
				.isEqualTo(level != UnitLevel.PARK);
		}
		assertThat(AccountRules.codeTakesTwo(Set.of(MemberRole.EXPERT), UnitLevel.EXPERT_POOL, false)).isTrue();
		assertThat(AccountRules.codeTakesTwo(Set.of(MemberRole.STAFF, MemberRole.SUPERVISOR), UnitLevel.PARK, true))
			.isFalse();
	}

	@Test
	void letsTheFirstSecurityAdministratorEnterTheSecondAloneAndNobodyAfterwards() {
		for (MemberRole role : List.of(MemberRole.SECURITY_ADMIN, MemberRole.SYSTEM_ADMIN, MemberRole.AUDITOR)) {
			assertThat(AccountRules.codeTakesTwo(Set.of(role), UnitLevel.ADMINISTRATION, false)).isFalse();
			assertThat(AccountRules.codeTakesTwo(Set.of(role), UnitLevel.ADMINISTRATION, true)).isTrue();
		}
	}

	@Test
	void endsThePasswordOfWhoeverGetsMoreAndOfNobodyWhoGetsLess() {
		Membership staff = new Membership("OFFICE", MemberRole.STAFF);
		Membership supervisor = new Membership("OFFICE", MemberRole.SUPERVISOR);
		Membership elsewhere = new Membership("MEE", MemberRole.STAFF);

		assertThat(AccountRules.passwordEnds(List.of(staff), List.of(staff, supervisor), true)).isTrue();
		assertThat(AccountRules.passwordEnds(List.of(staff), List.of(elsewhere), true)).isTrue();
		assertThat(AccountRules.passwordEnds(List.of(staff, supervisor), List.of(staff), true)).isFalse();
		assertThat(AccountRules.passwordEnds(List.of(staff), List.of(staff), true)).isFalse();
		assertThat(AccountRules.passwordEnds(List.of(staff), List.of(elsewhere), false)).isFalse();
	}

	@Test
	void keepsTheThreeOfficesApartAndOffTheCases() {
		assertThat(AccountRules.areKeptApart(Set.of(MemberRole.SYSTEM_ADMIN))).isTrue();
		assertThat(AccountRules.areKeptApart(Set.of(MemberRole.STAFF, MemberRole.SUPERVISOR))).isTrue();
		assertThat(AccountRules.areKeptApart(Set.of(MemberRole.SYSTEM_ADMIN, MemberRole.SECURITY_ADMIN))).isFalse();
		assertThat(AccountRules.areKeptApart(Set.of(MemberRole.SECURITY_ADMIN, MemberRole.AUDITOR))).isFalse();
		assertThat(AccountRules.areKeptApart(Set.of(MemberRole.AUDITOR, MemberRole.SYSTEM_ADMIN))).isFalse();
		assertThat(AccountRules.areKeptApart(Set.of(MemberRole.AUDITOR, MemberRole.STAFF))).isFalse();
	}

}
