package cn.ecopark.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What must be on record of a park before a joint decision on it takes effect. Nothing is
 * decided on what nobody has said: 行政许可法 34, 38.
 */
public final class RecordRules {

	private RecordRules() {
	}

	/**
	 * Something that was said in a step.
	 *
	 * @param outcome {@code null} where the body did not answer by the last day set to it
	 */
	public record Word(String role, @Nullable String outcome) {

		boolean isSilence() {
			return this.outcome == null;
		}

	}

	/**
	 * A body has said so, or its silence was found and suffices, and it has said nothing
	 * against it since.
	 * @param what the word is called where it is missing
	 * @param words of the stage, in the order in which they were said
	 * @param silenceSuffices whether the flow may go on without the word of a body that
	 * does not answer
	 * @param adverse outcomes that are against the applicant
	 */
	public static void wordIsOnRecord(String park, String what, List<Word> words, String role,
			Collection<String> wanted, boolean silenceSuffices, Collection<String> adverse) {
		boolean said = false;
		for (Word word : words) {
			if (word.role().equals(role)) {
				said = word.isSilence() ? said || silenceSuffices
						: wanted.contains(word.outcome()) || (said && !adverse.contains(word.outcome()));
			}
		}
		require(said, park, what);
	}

	/**
	 * The panel has concluded so, and its opinion holds.
	 * @param what the opinion is called where it is missing
	 * @param concluded outcome of the opinion that holds; {@code null} where none does
	 * @param passing outcomes by which a stage is passed
	 */
	public static void panelHasPassedIt(String park, String what, @Nullable String concluded,
			Collection<String> passing) {
		require(concluded != null && passing.contains(concluded), park, what);
	}

	/**
	 * The park was before the public until the end of the last day.
	 * @param what the notice is called where it is missing
	 * @param lastDay of a notice that has been ended; {@code null} where there was none
	 */
	public static void wasBeforeThePublic(String park, String what, @Nullable LocalDate lastDay, LocalDate today) {
		require(lastDay != null && today.isAfter(lastDay), park, what);
	}

	private static void require(boolean onRecord, String park, String what) {
		if (!onRecord) {
			throw LegalRefusal.ofProcedure("not-on-record", park, what);
		}
	}

}
