package cn.ecopark.officialdocument;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.ecopark.typesetting.Composition.TemplateRef;

/**
 * A version of the template of a kind of document; it never changes.
 *
 * @param source its markup
 * @param reason why it was saved; empty for the one shipped with the rule pack
 * @param savedBy name of the administrator; empty for the one shipped
 * @param savedAt null for the one shipped
 */
public record TemplateVersion(TemplateRef ref, String source, String reason, String savedBy,
		@Nullable Instant savedAt) {

	public boolean isShipped() {
		return this.ref.version() == 0;
	}

}
