package cn.ecopark.worklist;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;

/**
 * What a user task of a diagram says about itself. Kept with the work item, so that a
 * task is done by the rules it was created with.
 *
 * @param purpose what the step is for
 * @param outcomes codes the step may end with
 * @param documents documents the step requires; {@code a|b} asks for one of the two
 * @param optionalDocuments documents that may be handed in as well
 * @param audience who reads the opinion
 * @param pointsOn outcomes that need correction points
 * @param choices for ballots: what may be chosen for each park
 * @param verb the word on the button
 * @param batch the batch this task waits to be composed into
 * @param secret whether opinions stay unseen until all of the step are in
 * @param multiple whether several people or units have this task side by side
 * @param issues official documents the step produces, as {@code OUTCOME:kind}; a star
 * stands for every outcome
 * @param signatures how many different persons of the unit have to sign before it is
 * decided
 */
public record TaskDescription(Purpose purpose, List<String> outcomes, List<String> documents,
		List<String> optionalDocuments, Audience audience, List<String> pointsOn, List<String> choices,
		@Nullable String verb, @Nullable String batch, boolean secret, boolean multiple, List<String> issues,
		Integer signatures) {

	public TaskDescription {
		// Tasks that were made before steps could say so say nothing of it.
		issues = Objects.requireNonNullElse(issues, List.of());
		signatures = Objects.requireNonNullElse(signatures, 1);
	}

	/** A step that one person decides. */
	public TaskDescription(Purpose purpose, List<String> outcomes, List<String> documents,
			List<String> optionalDocuments, Audience audience, List<String> pointsOn, List<String> choices,
			@Nullable String verb, @Nullable String batch, boolean secret, boolean multiple, List<String> issues) {
		this(purpose, outcomes, documents, optionalDocuments, audience, pointsOn, choices, verb, batch, secret,
				multiple, issues, 1);
	}

	/** Whether what one person submits is a proposal that others sign. */
	public boolean isSignedBySeveral() {
		return this.signatures > 1;
	}

	/**
	 * @return name of the work panel the step is done with
	 */
	public String panel() {
		return this.purpose.panel();
	}

	public boolean asksForPoints(String outcome) {
		return this.pointsOn.contains(outcome);
	}

	/**
	 * @param widest audience that may read what is said in the step
	 * @param unseen whether it must not be seen before all of the step are in
	 * @return the step within these bounds; where it is drawn narrower, as it is drawn
	 */
	TaskDescription shownAtMostTo(Audience widest, boolean unseen) {
		return new TaskDescription(this.purpose, this.outcomes, this.documents, this.optionalDocuments,
				this.audience.compareTo(widest) <= 0 ? this.audience : widest, this.pointsOn, this.choices, this.verb,
				this.batch, this.secret || unseen, this.multiple, this.issues, this.signatures);
	}

	/**
	 * @return the same step, with other choices, other documents that may be handed in
	 * and others that it produces
	 */
	public TaskDescription with(List<String> otherChoices, List<String> otherDocuments, List<String> otherIssues) {
		return new TaskDescription(this.purpose, this.outcomes, this.documents, otherDocuments, this.audience,
				this.pointsOn, otherChoices, this.verb, this.batch, this.secret, this.multiple, otherIssues,
				this.signatures);
	}

	/**
	 * @return the requirements of documents that none of those present meets
	 */
	public List<String> missingAmong(List<String> present) {
		return this.documents.stream()
			.filter(required -> Stream.of(required.split("\\|")).noneMatch(present::contains))
			.toList();
	}

	/**
	 * @return kinds of the official documents that the step produces with that outcome
	 */
	public List<String> issuedWith(String outcome) {
		return this.issues.stream()
			.map(issue -> issue.split(":", 2))
			.filter(issue -> issue[0].equals("*") || issue[0].equals(outcome))
			.map(issue -> issue[1])
			.toList();
	}

}
