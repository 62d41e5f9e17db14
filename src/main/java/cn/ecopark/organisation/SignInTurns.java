package cn.ecopark.organisation;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.NodeMemory;

/**
 * Comparing a password takes a processor for as long as many pages do, and counting the
 * attempt a connection to the database: of many people who sign in at once few do so at a
 * time. The others wait for one another, without either, and so keep nobody from working.
 */
@Component
@EnableConfigurationProperties(SignInSettings.class)
public class SignInTurns {

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final Semaphore turns;

	private final Duration patience;

	private final int mostWaiting;

	SignInTurns(SignInSettings settings) {
		int processors = Runtime.getRuntime().availableProcessors();
		this.turns = new Semaphore(settings.atOnce() > 0 ? settings.atOnce() : Math.max(1, processors / 2), true);
		this.patience = settings.patience();
		this.mostWaiting = settings.waiting();
	}

	/**
	 * @throws SignInRefused if so many wait that nobody should wait longer
	 */
	public <T> T take(Supplier<T> signIn) {
		if (this.turns.getQueueLength() >= this.mostWaiting || !await()) {
			throw SignInRefused.busy();
		}
		try {
			return signIn.get();
		}
		finally {
			this.turns.release();
		}
	}

	private boolean await() {
		try {
			return this.turns.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
