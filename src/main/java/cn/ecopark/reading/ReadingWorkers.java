package cn.ecopark.reading;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import cn.ecopark.dossier.DocumentHandedIn;

/**
 * A few threads of each node that read papers in the background: as soon as one is handed
 * in here, and from time to time for those of other nodes and those to be tried again.
 */
@Component
@ConditionalOnProperty(name = "audit-verify", havingValue = "false", matchIfMissing = true)
class ReadingWorkers implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(ReadingWorkers.class);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

	private final ReadText readText;

	private final ReadingQueue queue;

	private final int workers;

	private final Duration lookEvery;

	private final Semaphore work = new Semaphore(0);

	private volatile @Nullable ExecutorService running;

	ReadingWorkers(ReadText readText, ReadingQueue queue, @Value("${ecopark.reading.workers:2}") int workers,
			@Value("${ecopark.reading.look-every:5s}") Duration lookEvery) {
		this.readText = readText;
		this.queue = queue;
		this.workers = workers;
		this.lookEvery = lookEvery;
	}

	/** The queue is part of the transaction in which the paper became readable. */
	@EventListener
	void on(DocumentHandedIn handedIn) {
		this.queue.add(handedIn.versionId(), ReadText.types());
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					ReadingWorkers.this.work.release();
				}
			});
		}
		else {
			this.work.release();
		}
	}

	@Override
	public void start() {
		ExecutorService threads = Executors.newFixedThreadPool(this.workers, task -> {
			Thread thread = new Thread(task, "reading");
			thread.setDaemon(true);
			thread.setPriority(Thread.MIN_PRIORITY);
			return thread;
		});
		this.running = threads;
		for (int worker = 0; worker < this.workers; worker++) {
			threads.execute(this::work);
		}
	}

	private void work() {
		while (isRunning()) {
			try {
				if (!this.readText.next(() -> !isRunning())) {
					boolean woken = this.work.tryAcquire(this.lookEvery.toMillis(), TimeUnit.MILLISECONDS);
					LOG.trace("Woken {}", woken);
				}
			}
			catch (DataAccessException | TransactionException failed) {
				LOG.warn("Papers cannot be read now and will be later", failed);
				pause();
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(this.lookEvery.toMillis());
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		ExecutorService threads = this.running;
		this.running = null;
		if (threads != null) {
			this.work.release(this.workers);
			threads.shutdown();
			try {
				if (!threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
					threads.shutdownNow();
				}
			}
			catch (InterruptedException interrupted) {
				threads.shutdownNow();
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

}
