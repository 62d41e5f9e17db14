package cn.ecopark.batch;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The joint document a batch ended with.
 *
 * @param number document number, unique
 * @param kind process of the batch
 * @param scanVersion id of the document version that shows it signed
 */
public record JointDecision(String number, String batchId, String kind, LocalDate issuedOn,
		@Nullable Long scanVersion) {
}
