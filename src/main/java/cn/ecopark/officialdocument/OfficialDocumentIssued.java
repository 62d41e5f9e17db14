package cn.ecopark.officialdocument;

import org.jspecify.annotations.Nullable;

/**
 * An official document was entered in the register as issued.
 *
 * @param number the document number it bears; null where its kind bears none
 */
public record OfficialDocumentIssued(String code, String kind, String dossierId, @Nullable String number) {
}
