package cn.ecopark.form;

/**
 * A form as it was when a task was made.
 *
 * @param digest SHA-256 of its schema, in hexadecimal
 */
public record FormVersion(String id, String digest) {
}
