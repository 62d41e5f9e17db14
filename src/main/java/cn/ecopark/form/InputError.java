package cn.ecopark.form;

/**
 * What is wrong with what was entered in one field.
 *
 * @param message key of the text
 * @param arguments what the text names
 */
public record InputError(String message, Object... arguments) {
}
