package cn.ecopark.web.view;

/**
 * An error shown twice with the same words: in the summary on top and at its field.
 *
 * @param field id of the input it belongs to, for instance {@code f.area},
 * {@code opinion} or {@code outcome}
 */
public record FieldError(String field, String message) {
}
