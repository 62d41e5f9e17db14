package cn.ecopark.worklist;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/** Deletes what nobody reads any more: old drafts of tasks that have ended. */
@Component
class ForgetDrafts extends RegularWork {

	private static final Duration PAUSE = Duration.ofHours(6);

	private final TaskDrafts drafts;

	ForgetDrafts(TaskDrafts drafts) {
		super("forget-drafts");
		this.drafts = drafts;
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this.drafts::forgetOld, PAUSE));
	}

}
