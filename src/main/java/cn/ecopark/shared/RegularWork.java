package cn.ecopark.shared;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * What is done from time to time, in real time, from the start of the application to its
 * end, unless the process {@linkplain WorksByItself was started for one command}. What
 * fails is done again next time.
 */
public abstract class RegularWork implements SmartLifecycle, EnvironmentAware {

	private final Logger log = LoggerFactory.getLogger(getClass());

	private final String name;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private boolean worksByItself = true;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private volatile @Nullable SimpleAsyncTaskScheduler scheduler;

	/**
	 * @param name of its threads
	 */
	protected RegularWork(String name) {
		this.name = name;
	}

	/**
	 * One piece of work.
	 *
	 * @param pause between the end of one time and the beginning of the next
	 */
	public record Task(Runnable work, Duration pause) {
	}

	/**
	 * @return what is to be done; asked at each start
	 */
	protected abstract List<Task> tasks();

	@Override
	public final void setEnvironment(Environment environment) {
		this.worksByItself = WorksByItself.in(environment);
	}

	@Override
	public final boolean isAutoStartup() {
		return this.worksByItself;
	}

	@Override
	public void start() {
		SimpleAsyncTaskScheduler started = new SimpleAsyncTaskScheduler();
		started.setThreadNamePrefix(this.name + "-");
		tasks().forEach(task -> started.scheduleWithFixedDelay(() -> once(task.work()), task.pause()));
		this.scheduler = started;
	}

	/** Does it now. */
	protected final void once(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException failed) {
			this.log.warn("Not done now, and done again later", failed);
		}
	}

	@Override
	public void stop() {
		SimpleAsyncTaskScheduler running = this.scheduler;
		this.scheduler = null;
		if (running != null) {
			running.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

}
