package cn.ecopark.organisation;

import java.io.Serializable;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person in a unit.
 *
 * @param name the person's name, as it stands in the record
 * @param areaCode GB/T 2260 code of the unit's province or city, null for national units
 * @param roles what the person is in that unit
 */
public record Actor(long personId, String name, String unitId, UnitKind unitKind, @Nullable String areaCode,
		Set<MemberRole> roles) implements Serializable {

	public Actor {
		roles = Set.copyOf(roles);
	}

	public boolean has(MemberRole role) {
		return this.roles.contains(role);
	}

	public boolean isSupervisor() {
		return has(MemberRole.SUPERVISOR);
	}

	public boolean isExpert() {
		return has(MemberRole.EXPERT);
	}

	/** What the person's unit is for the rights. */
	public UnitLevel unitLevel() {
		return this.unitKind.level();
	}

	/** True if this person decides in cases, false of administrators and auditors. */
	public boolean worksOnCases() {
		return this.roles.stream().anyMatch(MemberRole::worksOnCases);
	}

}
