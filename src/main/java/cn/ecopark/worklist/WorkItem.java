package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.form.FormVersion;
import cn.ecopark.rulepack.ReleaseId;

/**
 * A task of a person or unit, with all that lists show of it.
 *
 * @param subject what it is about
 * @param holder whose task it is
 * @param dueOn last day of the limit, open until its 24:00; without one there is no limit
 * @param said what was said before it came here
 */
public record WorkItem(long id, @Nullable String engineTaskId, Task task, Subject subject, Holder holder,
		Instant createdAt, @Nullable LocalDate dueOn, @Nullable String limitKey, boolean overdue, @Nullable Said said,
		@Nullable FormVersion form, TaskDescription description, State state, @Nullable String outcome,
		@Nullable Long doneBy, int version) {

	/** Where in the diagrams the task stands. */
	public record Task(ReleaseId release, String definitionId, String processKey, String taskKey, String name,
			String stage) {
	}

	/**
	 * What the task is about.
	 *
	 * @param dossierId the case, batch or objection that its opinions and documents
	 * belong to
	 * @param title name of the park or of the batch
	 */
	public record Subject(String dossierId, @Nullable String caseId, @Nullable String batchId,
			@Nullable String objectionId, String title, @Nullable String caseNumber, @Nullable Long parkId,
			@Nullable String parkKind, @Nullable String provinceCode) {

		/**
		 * @return whose chain of the audit tells of it
		 */
		cn.ecopark.audit.Subject chain() {
			String ofCase = this.caseId;
			String ofBatch = this.batchId;
			return ofCase != null ? cn.ecopark.audit.Subject.ofCase(ofCase) : ofBatch != null
					? cn.ecopark.audit.Subject.ofBatch(ofBatch) : cn.ecopark.audit.Subject.ofNotice(this.dossierId);
		}

	}

	/**
	 * Whose task it is: a unit's, or one person's alone.
	 *
	 * @param claimedBy who of the unit has taken it
	 */
	public record Holder(String role, @Nullable String unitId, @Nullable Long personId, @Nullable Long claimedBy) {
	}

	/** Who sent it here with which words. */
	public record Said(String text, String by, Instant at) {
	}

	/** Whether the task still waits. */
	public enum State {

		/** Waits to be done. */
		OPEN,
		/** Done by somebody. */
		DONE,
		/**
		 * Taken away by the flow, for instance by a withdrawal or by a limit that ended.
		 */
		CANCELLED

	}

	public boolean isOpen() {
		return this.state == State.OPEN;
	}

}
