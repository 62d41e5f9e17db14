package cn.ecopark.organisation;

/**
 * Somebody has said that a unit ends, perhaps on a day to come. Heard in the same
 * transaction.
 */
public record UnitEnded(UnitEnd end) {
}
