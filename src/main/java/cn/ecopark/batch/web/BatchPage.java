package cn.ecopark.batch.web;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimelineEntry;

/**
 * One batch: {@code GET /batches/{id}}.
 *
 * @param steps its own steps: drafting, signing by each ministry, co-ordination, issuing
 * @param bodies columns of the matrix
 * @param parks rows of the matrix
 * @param signatures of all rounds, the earliest first
 * @param material documents of the batch, what was filled in and said, and objections to
 * its parks
 * @param issued its joint documents, also those that were corrected or voided, the newest
 * last
 * @param task the reader's own open task in it; null for none
 */
public record BatchPage(String id, Heading heading, List<Step> steps, List<Body> bodies, List<ParkRow> parks,
		List<Signature> signatures, FileViews.Material material, List<TimelineEntry> timeline, List<Issued> issued,
		@Nullable Task task) {

	/**
	 * @param number document number of the issued document; null before
	 */
	public record Heading(String title, Tag state, List<String> meta, @Nullable String number) {
	}

	/**
	 * @param answered when it handed in its ballots; null while it has not
	 */
	public record Body(String name, @Nullable LocalDate answered) {
	}

	/**
	 * One park in the batch.
	 *
	 * @param state where it stands: in the batch, struck out, issued
	 * @param ballots one per body, in the same order; null where there is none yet or the
	 * reader may not see it
	 */
	public record ParkRow(String name, List<String> meta, String caseUrl, Tag state, List<@Nullable Ballot> ballots) {
	}

	/**
	 * @param reason what was written with it; null for nothing
	 * @param signer marked 代 where a deputy signed
	 * @param stands whether the signed text is the present one
	 */
	public record Ballot(Tag choice, @Nullable String reason, String signer, LocalDate on, boolean stands) {
	}

	/**
	 * One signature in full.
	 *
	 * @param parks it is about; several where the body said the same of them
	 * @param unit as it was called then
	 * @param hands who of the unit has proposed, reviewed and signed, in words; none for
	 * readers of other units and where one alone signed
	 * @param text which text was signed, in words
	 */
	public record Signature(int round, String unit, List<String> parks, Tag choice, @Nullable String opinion,
			String signer, List<String> hands, LocalDate on, String text, boolean stands) {
	}

	/**
	 * A joint document.
	 *
	 * @param replacedBy number of the one that took its place; null where none did
	 * @param rightUrl where it is put right; null where it is not in the register
	 */
	public record Issued(String number, LocalDate on, Tag state, @Nullable String replacedBy,
			@Nullable String rightUrl) {
	}

	/** The open task of the reader. */
	public record Task(String url, String name) {
	}

}
