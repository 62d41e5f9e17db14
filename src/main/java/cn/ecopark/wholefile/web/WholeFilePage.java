package cn.ecopark.wholefile.web;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The whole file of a case: {@code GET /cases/{id}/whole-file}.
 *
 * @param zips those the reader had made, newest first
 */
public record WholeFilePage(String caseId, String park, List<String> meta, List<Zip> zips) {

	/** A ZIP that was made. */
	public record Zip(LocalDateTime at, int entries, String size, String digest) {
	}

}
