package cn.ecopark.worklist;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.State;
import cn.ecopark.casefile.Documents;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.TaskRefusals.FieldError;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.TaskRefusals.PaperBeingChecked;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.UnknownOutcome;
import cn.ecopark.worklist.WorkPanel.Decision;

/**
 * One attempt to complete a task: evidence, worklist, audit and token in one transaction.
 */
@Component
class TaskCompletion {

	/**
	 * Who raises points but does not send the case back: the province's lead department
	 * decides on them.
	 */
	private static final Set<String> ADVISERS = Set.of("PROVINCE_COMMERCE", "PROVINCE_SCIENCE");

	private final WorkItems items;

	private final Submissions submissions;

	private final TaskRights rights;

	private final TaskEngine engine;

	private final Evidence evidence;

	TaskCompletion(WorkItems items, Submissions submissions, TaskRights rights, TaskEngine engine, Evidence evidence) {
		this.items = items;
		this.submissions = submissions;
		this.rights = rights;
		this.engine = engine;
		this.evidence = evidence;
	}

	/** What a decision leaves behind. */
	@Component
	record Evidence(Opinions opinions, CorrectionPoints points, Documents documents, CaseFlow flow, FormSchemas forms,
			WorkPanels panels, RulePacks packs, DecisionRecord record, StepPapers papers) {
	}

	@Transactional
	WorkItem complete(long itemId, Submission submission, Actor actor) {
		WorkItem item = this.items.lock(itemId);
		if (this.submissions.isRepeated(submission.token(), itemId, actor.personId())) {
			return item;
		}
		this.rights.requireMayDo(actor, item);
		lockCase(item);
		if (!item.isOpen() || item.engineTaskId() == null || item.description().batch() != null) {
			throw new TaskAlreadyDone();
		}
		requirePapersJudged(item);
		WorkPanel panel = this.evidence.panels().get(item.description().panel());
		check(item, submission, panel);
		this.submissions.keep(submission.token(), itemId, actor.personId());
		keepEvidence(item, submission, actor, panel);
		this.engine.complete(item.engineTaskId(), facts(item, submission.outcome()));
		this.evidence.papers().produce(item, submission, actor);
		return item;
	}

	/**
	 * The case before its audit chain, as everywhere: two who decide on one case wait for
	 * each other and never in a circle.
	 */
	private void lockCase(WorkItem item) {
		String caseId = item.subject().caseId();
		if (caseId != null) {
			this.evidence.flow().lock(caseId);
		}
	}

	private void requirePapersJudged(WorkItem item) {
		List<String> kinds = this.evidence.documents().kindsBeingChecked(item.id());
		if (!kinds.isEmpty()) {
			throw new PaperBeingChecked(named(String.join("|", kinds), item));
		}
	}

	private void check(WorkItem item, Submission submission, WorkPanel panel) {
		TaskDescription description = item.description();
		if (!description.outcomes().contains(submission.outcome())) {
			throw new UnknownOutcome(submission.outcome());
		}
		LegalRefusal closed = panel.closedOutcomes(item).get(submission.outcome());
		if (closed != null) {
			throw closed;
		}
		Map<String, FieldError> errors = new LinkedHashMap<>();
		boolean asksForPoints = description.asksForPoints(submission.outcome());
		if (item.form() != null) {
			this.evidence.forms().get(item.form()).check(submission, errors);
		}
		panel.check(item, submission, errors);
		if (asksForPoints && submission.points().isEmpty() && !hasOpenPoints(item)) {
			errors.put("pointRemark." + submission.outcome(), new FieldError("task.error.points-missing"));
		}
		if (submission.opinion().length() > 4000) {
			errors.put("opinion", new FieldError("task.error.opinion-too-long", 4000));
		}
		List<String> present = this.evidence.documents().kindsOf(item.subject().dossierId(), item.id());
		for (String required : description.documents()) {
			if (List.of(required.split("\\|")).stream().noneMatch(present::contains)) {
				errors.put("document." + required,
						new FieldError("task.error.document-missing", named(required, item)));
			}
		}
		if (!errors.isEmpty()) {
			throw new InvalidSubmission(errors);
		}
	}

	private void keepEvidence(WorkItem item, Submission submission, Actor actor, WorkPanel panel) {
		Instant at = this.evidence.record().now();
		String caseId = item.subject().caseId();
		Opinion opinion = this.evidence.record().opinion(item, submission, actor, at, this.evidence);
		long opinionId = this.evidence.opinions().add(opinion);
		this.evidence.documents().submit(item.id(), actor);
		if (caseId != null && item.subject().objectionId() == null) {
			if ("PARK".equals(item.holder().role())) {
				this.evidence.flow().submitted(caseId);
			}
			else if (!item.description().pointsOn().isEmpty()) {
				settlePoints(caseId, item, submission, opinionId);
			}
		}
		panel.carryOut(item, submission, new Decision(actor, submission.outcome(), submission.opinion(), opinionId));
		this.items.done(item.id(), submission.outcome(), actor.personId(), at);
		this.evidence.record().tell(item, opinion, actor);
	}

	private void settlePoints(String caseId, WorkItem item, Submission submission, long opinionId) {
		boolean asks = item.description().asksForPoints(submission.outcome());
		if (!ADVISERS.contains(item.holder().role())) {
			this.evidence.points().settle(caseId, asks ? State.ANSWERED : State.OPEN, State.ANSWERED);
		}
		if (asks) {
			this.evidence.points().raise(caseId, opinionId, submission.points());
		}
	}

	private boolean hasOpenPoints(WorkItem item) {
		String caseId = item.subject().caseId();
		return caseId != null && !this.evidence.points().of(caseId, State.OPEN).isEmpty();
	}

	/**
	 * @return what the required papers are called; one of several is enough
	 */
	private String named(String required, WorkItem item) {
		RulePack pack = this.evidence.packs().get(item.task().pack());
		return Arrays.stream(required.split("\\|"))
			.map(kind -> pack.document(kind).label())
			.collect(Collectors.joining(" / "));
	}

	private static Map<String, String> facts(WorkItem item, String outcome) {
		return item.description().multiple() ? Map.of() : Map.of(item.task().taskKey() + "_outcome", outcome);
	}

}
