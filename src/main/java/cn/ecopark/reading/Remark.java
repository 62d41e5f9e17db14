package cn.ecopark.reading;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.Audience;

/**
 * A remark at a passage of a document.
 *
 * @param versionId the version it was written on
 * @param versionNumber number of that version
 * @param number the same on all versions of the document
 * @param page on the version that is looked at
 * @param places where on that page; none where only the quoted words tell
 * @param quote the words it is about; empty where it is about a place
 * @param workItemId the task in which it was written
 * @param changedAt null as long as it stands as it was written
 */
public record Remark(long id, long versionId, int versionNumber, int number, int page, List<Place> places, String quote,
		String text, Audience audience, Author author, long workItemId, Instant at, @Nullable Instant changedAt,
		Standing standing) {

	/** Who wrote it, as person and unit were called then. */
	public record Author(long personId, String personName, String unitId, String unitName) {
	}

	/** How it stands on the version that is looked at. */
	public enum Standing {

		/** It was written on this version. */
		HERE,
		/** It was written on an earlier one, and the passage is found again. */
		FOUND_AGAIN,
		/** The passage is not there any more, or reads differently. */
		TEXT_CHANGED,
		/** The text of this version is not wholly read yet. */
		NOT_YET_KNOWN

	}

}
