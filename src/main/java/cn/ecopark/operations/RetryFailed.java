package cn.ecopark.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.SealState;
import cn.ecopark.audit.Subject;
import cn.ecopark.background.GivenUpWork;
import cn.ecopark.background.GivenUpWork.GivenUp;
import cn.ecopark.casefile.Cases;
import cn.ecopark.operations.OperationRefusals.NotAnOperator;
import cn.ecopark.operations.OperationRefusals.NothingToRetry;
import cn.ecopark.operations.OperationRefusals.RetryReasonMissing;
import cn.ecopark.operations.OperationRefusals.RetryReasonTooLong;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.process.EngineJobs;
import cn.ecopark.process.EngineJobs.FailedJob;
import cn.ecopark.shared.TypedText;

/**
 * System administrators have tried once more what has failed for good, each with a
 * reason, which the audit keeps in the chain of the case as well.
 */
@Service
public class RetryFailed {

	/** Characters of a reason. */
	public static final int LONGEST_REASON = 500;

	private final EngineJobs jobs;

	private final GivenUpWork work;

	private final SealState seals;

	private final Cases cases;

	private final Audit audit;

	RetryFailed(EngineJobs jobs, GivenUpWork work, SealState seals, Cases cases, Audit audit) {
		this.jobs = jobs;
		this.work = work;
		this.seals = seals;
		this.cases = cases;
		this.audit = audit;
	}

	/**
	 * Has a step of a flow tried once more.
	 * @throws NothingToRetry if it is not given up any more
	 */
	@Transactional
	public void job(String id, String reason, Actor actor) {
		String said = checked(reason, actor);
		FailedJob job = this.jobs.again(id).orElseThrow(NothingToRetry::new);
		this.audit.recordAll(subjects(job.caseId(), job.batchId()), "operations.step-retried",
				Map.of("step", job.step(), "reason", said));
	}

	/**
	 * Has work of the queue done once more, or notes that nothing is left to do where it
	 * cannot be.
	 * @throws NothingToRetry if it is settled
	 */
	@Transactional
	public void work(long id, String reason, Actor actor) {
		String said = checked(reason, actor);
		GivenUp given = this.work.settle(id).orElseThrow(NothingToRetry::new);
		this.audit.recordAll(subjects(given.dossierId(), null),
				given.repeatable() ? "operations.work-retried" : "operations.work-settled",
				Map.of("kind", given.kind().name(), "key", given.key(), "reason", said));
	}

	/**
	 * Has a place outside told of the seals of the audit now.
	 * @throws NothingToRetry if it does not wait after a failure
	 */
	@Transactional
	public void place(String name, String reason, Actor actor) {
		String said = checked(reason, actor);
		if (!this.seals.tellNow(name)) {
			throw new NothingToRetry();
		}
		this.audit.record(Subject.ADMINISTRATION, "operations.seals-told", Map.of("place", name, "reason", said));
	}

	private static String checked(String reason, Actor actor) {
		if (!actor.has(MemberRole.SYSTEM_ADMIN)) {
			throw new NotAnOperator();
		}
		String said = TypedText.clean(reason).strip();
		if (said.isEmpty()) {
			throw new RetryReasonMissing();
		}
		if (said.length() > LONGEST_REASON) {
			throw new RetryReasonTooLong(LONGEST_REASON);
		}
		return said;
	}

	/** Administration always, and the dossier where it is a case or batch of ours. */
	private List<Subject> subjects(@Nullable String dossierId, @Nullable String batchId) {
		List<Subject> subjects = new ArrayList<>(List.of(Subject.ADMINISTRATION));
		if (dossierId != null && this.cases.find(dossierId).isPresent()) {
			subjects.add(Subject.ofCase(dossierId));
		}
		if (batchId != null) {
			subjects.add(Subject.ofBatch(batchId));
		}
		return subjects;
	}

}
