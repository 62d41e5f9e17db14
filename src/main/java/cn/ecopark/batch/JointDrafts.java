package cn.ecopark.batch;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.worklist.TaskCompleted;

/**
 * 起草: what the Office has drafted is laid before the ministries as the document it will
 * be.
 */
@Component
class JointDrafts {

	private final Batches batches;

	private final JointText text;

	private final JointStandards standards;

	private final Count count;

	private final Opinions opinions;

	private final JointDocuments joint;

	private final CaseTime time;

	JointDrafts(Batches batches, JointText text, JointStandards standards, Count count, Opinions opinions,
			JointDocuments joint, CaseTime time) {
		this.batches = batches;
		this.text = text;
		this.standards = standards;
		this.count = count;
		this.opinions = opinions;
		this.joint = joint;
		this.time = time;
	}

	@EventListener
	void on(TaskCompleted completed) {
		String batchId = completed.subject().batchId();
		if (batchId != null && JointText.isDraft(completed.purpose())) {
			layBefore(batchId);
			this.opinions.latest(batchId, completed.purpose())
				.ifPresent(drafted -> this.joint.draft(this.batches.get(batchId), drafted, this.time.today()));
		}
	}

	/** Whoever has agreed to another text is asked again. */
	private void layBefore(String batchId) {
		Batch batch = this.batches.lock(batchId);
		this.text.drafted(batchId).ifPresent(draft -> this.standards.check(batch, draft));
		String present = this.text.of(batch);
		if (!present.equals(batch.textDigest())) {
			this.count.of(batch).votedOn().forEach(this.count::askAgain);
			this.batches.laidBefore(batchId, present);
		}
	}

}
