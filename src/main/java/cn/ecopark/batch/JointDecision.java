package cn.ecopark.batch;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.officialdocument.OfficialDocument;

/**
 * The joint document a batch ended with.
 *
 * @param number document number, unique
 * @param kind process of the batch
 * @param scanVersion id of the document version that shows it signed
 * @param state whether it holds
 * @param replacedBy number of the one that took its place; null unless superseded
 */
public record JointDecision(String number, String batchId, String kind, LocalDate issuedOn, @Nullable Long scanVersion,
		OfficialDocument.State state, @Nullable String replacedBy) {

	/** One that was issued now, and holds. */
	JointDecision(String number, String batchId, String kind, LocalDate issuedOn, @Nullable Long scanVersion) {
		this(number, batchId, kind, issuedOn, scanVersion, OfficialDocument.State.ISSUED, null);
	}

	public boolean holds() {
		return this.state == OfficialDocument.State.ISSUED;
	}

}
