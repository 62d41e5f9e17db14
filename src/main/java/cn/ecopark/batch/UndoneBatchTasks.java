package cn.ecopark.batch;

import java.util.Arrays;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import cn.ecopark.casefile.HolderNames;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.organisation.Audience;
import cn.ecopark.worklist.TaskEndWords;
import cn.ecopark.worklist.TaskEnded;
import cn.ecopark.worklist.TaskOverdue;

/**
 * Tells each case of a batch which task of the batch ended without an answer. Who has
 * stayed silent in a vote is for the authorities: ballots never reach the park.
 */
@Component
class UndoneBatchTasks {

	private final Batches batches;

	private final BatchItems items;

	private final Timeline timeline;

	private final HolderNames names;

	UndoneBatchTasks(Batches batches, BatchItems items, Timeline timeline, HolderNames names) {
		this.batches = batches;
		this.items = items;
		this.timeline = timeline;
		this.names = names;
	}

	@EventListener
	void on(TaskEnded ended) {
		String batchId = ended.subject().batchId();
		if (batchId != null && !ended.isDone()) {
			String who = this.names.nameAt(ended.holder().unitId(), ended.holder().personId(), ended.at());
			tell(batchId, "batch.timeline." + TaskEndWords.key(ended), TaskEndWords.arguments(ended, who));
		}
	}

	@EventListener
	void on(TaskOverdue overdue) {
		String batchId = overdue.subject().batchId();
		if (batchId != null) {
			tell(batchId, "batch.timeline.overdue", overdue.task().name());
		}
	}

	private void tell(String batchId, String message, Object... arguments) {
		Object[] withTitle = Arrays.copyOf(arguments, arguments.length + 1);
		withTitle[arguments.length] = this.batches.get(batchId).title();
		this.items.in(batchId)
			.stream()
			.map(BatchItem::caseId)
			.sorted()
			.forEach(caseId -> this.timeline.happened(caseId, Audience.AUTHORITIES, message, withTitle));
	}

}
