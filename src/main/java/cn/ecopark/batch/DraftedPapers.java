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
class DraftedPapers {

	private static final String DRAFTED = "DRAFTED";

	private final Batches batches;

	private final Opinions opinions;

	private final JointPapers joint;

	private final CaseTime time;

	DraftedPapers(Batches batches, Opinions opinions, JointPapers joint, CaseTime time) {
		this.batches = batches;
		this.opinions = opinions;
		this.joint = joint;
		this.time = time;
	}

	@EventListener
	void on(TaskCompleted completed) {
		String batchId = completed.subject().batchId();
		if (batchId != null && DRAFTED.equals(completed.outcome())) {
			this.opinions.latest(batchId, completed.task().taskKey())
				.ifPresent(drafted -> this.joint.draft(this.batches.get(batchId), drafted, this.time.today()));
		}
	}

}
