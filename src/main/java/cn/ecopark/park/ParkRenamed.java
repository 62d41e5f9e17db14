package cn.ecopark.park;

/**
 * A park bears another name from today on. Heard in the same transaction: cases that are
 * open go on under the new name, what is decided keeps the old one.
 */
public record ParkRenamed(long parkId, String name) {
}
