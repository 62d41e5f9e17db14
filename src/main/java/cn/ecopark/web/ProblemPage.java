package cn.ecopark.web;

import org.jspecify.annotations.Nullable;

/**
 * What the page shows that explains an error.
 *
 * @param title what happened, in a few words
 * @param reason why
 * @param advice what can be done about it; null where the reason says it
 * @param reference number under which the log has the detail; null where there is none
 */
record ProblemPage(int status, String title, String reason, @Nullable String advice, @Nullable String reference,
		String backUrl, String backLabel) {
}
