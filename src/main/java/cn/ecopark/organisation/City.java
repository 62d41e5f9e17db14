package cn.ecopark.organisation;

/**
 * A city below the provinces.
 *
 * @param code GB/T 2260 code, for instance {@code 320500}
 * @param provinceCode of the province it lies in
 * @param name 苏州市
 * @param shortName 苏州
 * @param source where code and name were read
 * @param confirmed false where they are to be checked
 */
public record City(String code, String provinceCode, String name, String shortName, String source, boolean confirmed) {
}
