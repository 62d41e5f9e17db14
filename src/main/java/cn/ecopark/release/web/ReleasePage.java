package cn.ecopark.release.web;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Tag;

/**
 * One release: {@code GET /admin/packs/{release}}; {@code POST …/propose},
 * {@code …/release} and {@code …/withdraw} with {@code reason}.
 *
 * @param comparedWith id of the release it is compared with: the one in force, as long as
 * it may still be released, else the one it was made from; null for the first of its pack
 * @param movedBase id of the release it was made from, where that is in force no longer;
 * else null
 * @param findings what the check found, errors first
 */
public record ReleasePage(String url, Head head, List<Act> acts, List<Finding> findings, @Nullable String comparedWith,
		@Nullable String movedBase, List<FileChange> changes, Steps steps, List<FieldError> errors) {

	/**
	 * @param note why it was made
	 * @param cases that are not closed and are carried out under it
	 */
	public record Head(String pack, String id, Tag state, String origin, String note, int cases, boolean inForce) {
	}

	/** What somebody did to it. */
	public record Act(String label, ZonedDateTime at, String by, @Nullable String reason) {
	}

	/**
	 * @param place file, line and entry
	 */
	public record Finding(Tag severity, String place, String words) {
	}

	/** What differs in one file. */
	public record FileChange(String file, String label, List<EntryChange> entries) {
	}

	/** What differs in one entry. */
	public record EntryChange(Tag kind, String name, String label, List<ValueChange> values) {
	}

	/**
	 * @param property empty for lines of a text
	 */
	public record ValueChange(String property, @Nullable String before, @Nullable String after) {
	}

	/**
	 * What the reader may do.
	 *
	 * @param waitsForOther why he may not release it himself; null where he may or
	 * nothing waits
	 * @param reason as it was typed
	 */
	public record Steps(boolean propose, boolean release, boolean withdraw, @Nullable String waitsForOther,
			String reason) {
	}

	public @Nullable String error(String field) {
		return this.errors.stream()
			.filter(error -> error.field().equals(field))
			.map(FieldError::message)
			.findFirst()
			.orElse(null);
	}

}
