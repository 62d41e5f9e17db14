package cn.ecopark.organisation;

/**
 * A person of the expert pool.
 *
 * @param field the subject by which experts are drawn, for instance 环境管理
 * @param employer where the expert works; the ground for recusal
 */
public record Expert(long personId, String name, boolean invented, String field, String employer, String title) {
}
