package cn.ecopark.signing;

/**
 * Who seals and signs: a unit, or a part of one that has a seal of its own.
 *
 * @param id under which seal and key store are configured: that of the unit, or of the
 * part
 * @param name what the holder is called on the day that counts
 */
public record SealHolder(String id, String name) {

}
