package cn.ecopark.organisation;

/**
 * A provincial region.
 *
 * @param code GB/T 2260 code, for instance {@code 320000}; the production and
 * construction corps of Xinjiang has none of its own there and is entered as
 * {@code 660000}
 * @param name 江苏省
 * @param shortName 江苏
 * @param confirmed false where the code is ours
 */
public record Province(String code, String name, String shortName, boolean confirmed) {
}
