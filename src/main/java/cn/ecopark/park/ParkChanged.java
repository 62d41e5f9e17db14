package cn.ecopark.park;

/**
 * A park was entered in the register, or a decision about it was.
 *
 * @param status as it is now
 */
public record ParkChanged(long parkId, LifeStatus status) {
}
