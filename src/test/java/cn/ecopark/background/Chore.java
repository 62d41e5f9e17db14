package cn.ecopark.background;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Some kind of work, as a test wants it to go. */
final class Chore implements BackgroundWork {

	/** What is done with a key. */
	interface Doing {

		void carryOut(String key, Attempt attempt) throws Exception;

	}

	private final WorkKind kind;

	private final int atOnce;

	private final Retry retry;

	private final Doing doing;

	private final AtomicInteger now = new AtomicInteger();

	final AtomicInteger mostAtOnce = new AtomicInteger();

	final List<String> begun = new CopyOnWriteArrayList<>();

	final List<String> done = new CopyOnWriteArrayList<>();

	final List<String> givenUp = new CopyOnWriteArrayList<>();

	final List<String> takenUp = new CopyOnWriteArrayList<>();

	private Chore(WorkKind kind, int atOnce, Retry retry, Doing doing) {
		this.kind = kind;
		this.atOnce = atOnce;
		this.retry = retry;
		this.doing = doing;
	}

	static Chore of(String kind, Doing doing) {
		return new Chore(new WorkKind(kind), 1, new Retry(3, Duration.ofMillis(20), 1), doing);
	}

	Chore atOnce(int number) {
		return new Chore(this.kind, number, this.retry, this.doing);
	}

	Chore retry(int attempts, Duration pause) {
		return new Chore(this.kind, this.atOnce, new Retry(attempts, pause, 1), this.doing);
	}

	@Override
	public WorkKind kind() {
		return this.kind;
	}

	@Override
	public int atOnce() {
		return this.atOnce;
	}

	@Override
	public Retry retry() {
		return this.retry;
	}

	@Override
	public void carryOut(String key, Attempt attempt) throws Exception {
		this.begun.add(key);
		this.mostAtOnce.accumulateAndGet(this.now.incrementAndGet(), Math::max);
		try {
			this.doing.carryOut(key, attempt);
			this.done.add(key);
		}
		finally {
			this.now.decrementAndGet();
		}
	}

	@Override
	public void giveUp(String key) {
		this.givenUp.add(key);
	}

	@Override
	public Optional<String> dossierOf(String key) {
		return Optional.of(key);
	}

	@Override
	public void takeUp(String key) {
		this.takenUp.add(key);
	}

}
