package cn.ecopark.organisation;

/** What a person is in a unit today. */
public record Membership(String unitId, MemberRole role) {
}
