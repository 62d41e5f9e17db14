package cn.ecopark.content;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/** Removes contents that nothing has referred to for long. */
@Component
class SweepContents extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(SweepContents.class);

	private static final Duration PAUSE = Duration.ofHours(6);

	private final UnusedContents contents;

	private final Duration kept;

	SweepContents(UnusedContents contents, ContentSettings settings) {
		super("unused-contents");
		this.contents = contents;
		this.kept = settings.keepUnused();
	}

	void sweep() {
		int gone = this.contents.remove(this.kept);
		if (gone > 0) {
			LOG.info("{} contents are removed that nothing referred to", gone);
		}
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::sweep, PAUSE));
	}

}
