package cn.ecopark.officialdocument;

import org.jspecify.annotations.Nullable;

import cn.ecopark.signing.SealHolder;

/**
 * A body as it stands on a document.
 *
 * @param name what it is called at the level at which it issues
 * @param seal whose seal and signature stand under it
 * @param standIn 代章: what is said of a seal that is not its own; null where it is
 */
public record IssuingBody(String unitId, String name, SealHolder seal, @Nullable String standIn) {

}
