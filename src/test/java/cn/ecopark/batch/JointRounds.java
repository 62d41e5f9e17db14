package cn.ecopark.batch;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.CaseStage.Scene;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.TaskCompleted;
import cn.ecopark.worklist.WorkItem;

/** Drafts texts and lets the bodies vote on them, as far as a test needs it. */
@TestConfiguration(proxyBeanMethods = false)
public class JointRounds {

	private static final String STANDARD = "\"standard_COMPREHENSIVE\":\"HJ 274-2009\"";

	private final Scene scene;

	private final Batches batches;

	private final BatchItems items;

	private final BatchFlow flow;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	JointRounds(Scene scene, Batches batches, BatchItems items, BatchFlow flow, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.scene = scene;
		this.batches = batches;
		this.items = items;
		this.flow = flow;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** The Office drafts the usual text. */
	public void drafted(Batch batch) {
		drafted(batch, "（一）原来的要求");
	}

	public void drafted(Batch batch, String requirements) {
		draftedWith(batch, "{%s,\"requirements\":\"%s\"}".formatted(STANDARD, requirements));
	}

	/** The Office drafts a text with these fields. */
	public void draftedWith(Batch batch, String fields) {
		Actor office = this.scene.office();
		WorkItem draft = this.scene.batchTask(batch.id(), "Task_DraftNotice", Units.OFFICE, Purpose.DRAFT, "DRAFTED");
		this.transaction.executeWithoutResult(status -> {
			this.scene.states(office, batch.id(), draft, "DRAFTED", fields);
			this.events.publishEvent(new TaskCompleted(draft.id(), draft.subject(), draft.task(),
					draft.description().purpose(), draft.holder().role(), office.personId(), "DRAFTED"));
		});
	}

	/** Every body that is still to be asked agrees to every park. */
	public void agreed(Batch batch) {
		this.flow.toBeAsked(batch.id()).forEach(body -> votes(batch, body, "AGREE"));
	}

	public void draftedAndAgreed(Batch batch) {
		drafted(batch);
		agreed(batch);
	}

	/** The body chooses the same for every park. */
	public void votes(Batch batch, String unitId, String choice) {
		WorkItem ballot = this.scene.batchTask(batch.id(), "Task_Countersign", unitId, Purpose.BALLOT, "VOTED", "AGREE",
				"DISAGREE", "ABSTAIN");
		Map<String, Vote> votes = new LinkedHashMap<>();
		this.items.in(batch.id())
			.forEach(item -> votes.put(item.caseId(), new Vote(choice, "AGREE".equals(choice) ? "" : "理由（虚构）")));
		this.scene.does(this.scene.ministry(unitId), ballot, new BallotDecision(Statement.of("VOTED", "意见"), votes));
	}

	/**
	 * @return the batch as it stands now
	 */
	public Batch now(Batch batch) {
		return this.batches.get(batch.id());
	}

}
