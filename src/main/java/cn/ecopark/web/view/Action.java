package cn.ecopark.web.view;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be done besides the main decision, posted to its address.
 *
 * @param url receives {@code submission} and, where asked for, {@code reason}
 * @param consequence what will happen, in one sentence; null for harmless actions
 * @param needsReason whether a written reason is asked for
 * @param submission token that makes a repeated post harmless
 */
public record Action(String label, String url, @Nullable String consequence, boolean needsReason, String submission,
		Tone tone) {
}
