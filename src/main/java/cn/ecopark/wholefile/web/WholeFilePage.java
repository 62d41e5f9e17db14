package cn.ecopark.wholefile.web;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Tag;

/**
 * The whole file of a case: {@code GET /cases/{id}/whole-file}.
 *
 * @param zips those the reader had made, newest first
 * @param pdfs those the reader has ordered, newest first
 */
public record WholeFilePage(String caseId, String park, List<String> meta, List<Zip> zips, List<Pdf> pdfs) {

	/**
	 * A merged PDF that was ordered.
	 *
	 * @param note how large it is, and what is only named in it; null unless it is ready
	 * @param url where it is fetched; null unless it is ready
	 */
	public record Pdf(LocalDateTime at, Tag state, boolean underWay, int done, int total, @Nullable String note,
			@Nullable String url) {
	}

	public boolean underWay() {
		return this.pdfs.stream().anyMatch(Pdf::underWay);
	}

	/** A ZIP that was made. */
	public record Zip(LocalDateTime at, int entries, String size, String digest) {
	}

}
