package cn.ecopark.worklist;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;

class HolderRulesTest {

	private static final Actor STAFF = actor(1, "MEE", MemberRole.STAFF);

	private static final Actor COLLEAGUE = actor(2, "MEE", MemberRole.STAFF);

	private static final Actor SUPERVISOR = actor(3, "MEE", MemberRole.SUPERVISOR);

	private static final Actor STRANGER = actor(4, "MOFCOM", MemberRole.STAFF);

	private static final Actor STRANGE_SUPERVISOR = actor(5, "MOFCOM", MemberRole.SUPERVISOR);

	@Test
	void givesTheTaskOfAUnitToEverybodyInItWhoWorksOnCases() {
		assertThat(HolderRules.isOf(STAFF, ofUnit(null))).isTrue();
		assertThat(HolderRules.isOf(SUPERVISOR, ofUnit(null))).isTrue();
		assertThat(HolderRules.isOf(STAFF, ofUnit(2L))).as("claimed by a colleague").isTrue();
		assertThat(HolderRules.isOf(STRANGER, ofUnit(null))).isFalse();
		assertThat(HolderRules.isOf(STRANGE_SUPERVISOR, ofUnit(null))).isFalse();
	}

	@ParameterizedTest
	@EnumSource(MemberRole.class)
	void givesItToNobodyInTheUnitWhoDoesNotWorkOnCases(MemberRole role) {
		assertThat(HolderRules.isOf(actor(1, "MEE", role), ofUnit(null))).isEqualTo(role.worksOnCases());
	}

	@Test
	void givesTheTaskOfAPersonToThatPersonAlone() {
		assertThat(HolderRules.isOf(STAFF, ofPerson(1))).isTrue();
		assertThat(HolderRules.isOf(COLLEAGUE, ofPerson(1))).isFalse();
		assertThat(HolderRules.isOf(SUPERVISOR, ofPerson(1))).isFalse();
		assertThat(HolderRules.isOf(actor(1000, "EXPERTS", MemberRole.EXPERT), ofPerson(1000))).as("a large id")
			.isTrue();
	}

	@Test
	void seesWhoHasClaimedIt() {
		assertThat(HolderRules.isClaimedByAnother(STAFF, ofUnit(null))).isFalse();
		assertThat(HolderRules.isClaimedByAnother(STAFF, ofUnit(1L))).isFalse();
		assertThat(HolderRules.isClaimedByAnother(STAFF, ofUnit(2L))).isTrue();
	}

	@Test
	void letsWhoeverHasClaimedItAndSupervisorsReleaseIt() {
		assertThat(HolderRules.mayRelease(STAFF, ofUnit(1L))).isTrue();
		assertThat(HolderRules.mayRelease(STAFF, ofUnit(null))).isTrue();
		assertThat(HolderRules.mayRelease(SUPERVISOR, ofUnit(1L))).isTrue();
		assertThat(HolderRules.mayRelease(COLLEAGUE, ofUnit(1L))).isFalse();
		assertThat(HolderRules.mayRelease(STRANGER, ofUnit(null))).isFalse();
		assertThat(HolderRules.mayRelease(STRANGE_SUPERVISOR, ofUnit(1L))).isFalse();
	}

	@Test
	void letsASupervisorAssignTasksOfTheUnitToColleagues() {
		assertThat(HolderRules.mayAssign(SUPERVISOR, ofUnit(null), true)).isTrue();
		assertThat(HolderRules.mayAssign(SUPERVISOR, ofUnit(2L), true)).as("though a colleague has claimed it")
			.isTrue();
		assertThat(HolderRules.mayAssign(SUPERVISOR, ofUnit(null), false)).as("to a stranger").isFalse();
		assertThat(HolderRules.mayAssign(STAFF, ofUnit(null), true)).isFalse();
		assertThat(HolderRules.mayAssign(STRANGE_SUPERVISOR, ofUnit(null), true)).isFalse();
	}

	private static Actor actor(long id, String unit, MemberRole role) {
		return new Actor(id, "某人", unit, ShippedKinds.MINISTRY, null, Set.of(role));
	}

	private static Holder ofUnit(@Nullable Long claimedBy) {
		return new Holder("MINISTRY", "MEE", null, claimedBy);
	}

	private static Holder ofPerson(long person) {
		return new Holder("EXPERT", null, person, null);
	}

}
