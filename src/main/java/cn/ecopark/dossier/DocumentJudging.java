package cn.ecopark.dossier;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.RegularWork;

/**
 * Has documents judged in the background, a few at a time; those that a process left
 * behind when it ended are taken up again.
 */
@Component
class DocumentJudging extends RegularWork {

	private static final Logger LOG = LoggerFactory.getLogger(DocumentJudging.class);

	private static final int AT_ONCE = 2;

	private static final Duration LAST_WORK = Duration.ofSeconds(10);

	private final DocumentJudge judge;

	private final UncheckedDocuments documents;

	private final UploadLimits limits;

	private final Duration interval;

	private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

	/** Of the present run; null while the server is stopped or paused. */
	private volatile @Nullable ExecutorService judges;

	DocumentJudging(DocumentJudge judge, UncheckedDocuments documents, UploadLimits limits,
			@Value("${ecopark.documents.judge-every:10s}") Duration interval) {
		super("papers-to-judge");
		this.judge = judge;
		this.documents = documents;
		this.limits = limits;
		this.interval = interval;
	}

	/**
	 * Returns when the document was judged, or when that takes longer than anybody waits;
	 * it goes on then.
	 */
	void judge(long id) {
		try {
			soon(id).get(this.limits.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | RejectedExecutionException later) {
			LOG.debug("Paper {} is judged later", id);
		}
		catch (ExecutionException failed) {
			LOG.warn("Paper {} could not be judged now", id, failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private Future<?> soon(long id) {
		ExecutorService running = this.judges;
		if (running == null) {
			throw new RejectedExecutionException("Papers are not judged while the server is stopped");
		}
		this.waiting.add(id);
		return running.submit(() -> {
			this.waiting.remove(id);
			judgeNow(id);
		});
	}

	/** What is broken off because the server stops is not the document's failure. */
	void judgeNow(long id) {
		try {
			this.judge.judge(id);
		}
		catch (RuntimeException failed) {
			LOG.warn("Paper {} could not be judged now", id, failed);
			ExecutorService running = this.judges;
			if (running != null && !running.isShutdown()) {
				this.judge.failed(id);
			}
		}
	}

	/** Judges what nobody in this process has in hand. */
	void takeUp() {
		this.documents.checking().stream().filter(id -> !this.waiting.contains(id)).forEach(this::soon);
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::takeUp, this.interval));
	}

	@Override
	public void start() {
		this.judges = Executors.newFixedThreadPool(AT_ONCE, new CustomizableThreadFactory("paper-judge-"));
		super.start();
	}

	@Override
	public void stop() {
		super.stop();
		ExecutorService ending = this.judges;
		this.judges = null;
		this.waiting.clear();
		if (ending == null) {
			return;
		}
		ending.shutdown();
		try {
			if (!ending.awaitTermination(LAST_WORK.toSeconds(), TimeUnit.SECONDS)) {
				ending.shutdownNow();
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
