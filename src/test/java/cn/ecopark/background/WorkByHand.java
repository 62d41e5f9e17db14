package cn.ecopark.background;

import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.micrometer.core.instrument.MeterRegistry;

import static org.awaitility.Awaitility.await;

/**
 * For tests of what comes before and after the work: their application takes none
 * ({@link #NONE_BY_ITSELF}), and a node that does is there for a moment when they say so.
 */
public final class WorkByHand {

	public static final String NONE_BY_ITSELF = "ecopark.background.takes-work=false";

	private WorkByHand() {
	}

	/** For contexts of a few beans. */
	public static void registerQueue(AnnotationConfigApplicationContext context) {
		context.register(Signals.class, BackgroundQueue.class);
	}

	/**
	 * Does all that is due, and what comes of it, with the workers of the real queue.
	 * @param application whose works, and in whose database
	 */
	public static void doAll(BeanFactory application) {
		JdbcClient jdbc = application.getBean(JdbcClient.class);
		BackgroundWorkers node = new BackgroundWorkers(application.getBeanProvider(BackgroundWork.class),
				application.getBean(DataSource.class), jdbc, application.getBean(Signals.class),
				application.getBeanProvider(MeterRegistry.class),
				new BackgroundSettings(Duration.ofMillis(20), Duration.ofSeconds(20), true, Duration.ofDays(365)));
		node.start();
		try {
			await().atMost(Duration.ofMinutes(1)).until(() -> due(jdbc) == 0);
		}
		finally {
			node.stop();
		}
	}

	/** What failed need not wait any longer. */
	public static void endPauses(JdbcClient jdbc) {
		jdbc.sql("UPDATE background_job SET execution_time = now() WHERE NOT picked").update();
	}

	/** What waits or is being done. */
	public static long waiting(JdbcClient jdbc) {
		return jdbc.sql("SELECT count(*) FROM background_job").query(Long.class).single();
	}

	private static long due(JdbcClient jdbc) {
		return jdbc.sql("SELECT count(*) FROM background_job WHERE picked OR execution_time <= clock_timestamp()")
			.query(Long.class)
			.single();
	}

}
