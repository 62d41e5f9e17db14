package cn.ecopark.casefile;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import cn.ecopark.rulepack.ReleaseId;

/**
 * One visit of a dossier to one step.
 *
 * @param role whose step it is by the diagram; nobody's where the system acts
 * @param dueOn last day of the limit; null without one
 * @param left null as long as it waits there
 * @param workingDays how long it has taken; null as long as it waits there
 * @param endedBy name of the event of the diagram that has ended it
 * @param outcome what was decided, where somebody did
 */
public record StepRun(long id, About about, Step step, @Nullable String role, @Nullable String unitId,
		@Nullable Long personId, Instant entered, @Nullable LocalDate dueOn, @Nullable Instant left,
		@Nullable Integer workingDays, @Nullable StepEnd endedAs, @Nullable String endedBy, @Nullable String outcome) {

	/**
	 * What was visiting.
	 *
	 * @param dossierId the case, batch or objection
	 */
	public record About(String dossierId, @Nullable String caseId, @Nullable String batchId,
			@Nullable String objectionId) {
	}

	/**
	 * Where in the diagrams.
	 *
	 * @param pack the rule pack whose diagram it is
	 */
	public record Step(ReleaseId release, String process, String key, String name) {
	}

	/**
	 * @return whether it has ended although nobody has done it
	 */
	public boolean endedUndone() {
		return this.endedAs != null && this.endedAs != StepEnd.DONE;
	}

}
