package cn.ecopark.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A node that is told to end says so, and stops only afterwards. */
class LastAnswersTest {

	private final List<String> happened = new ArrayList<>();

	@Test
	void stopsNothingBeforeTheProxyKnows() {
		AnnotationConfigApplicationContext node = node(Duration.ofMillis(300));
		long told = System.nanoTime();
		node.close();

		assertThat(this.happened).containsExactly("REFUSING_TRAFFIC", "stopped");
		assertThat(Duration.ofNanos(System.nanoTime() - told)).isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
	}

	@Test
	void waitsForNobodyWhereNobodyAsks() {
		AnnotationConfigApplicationContext node = node(Duration.ZERO);
		long told = System.nanoTime();
		node.close();

		assertThat(this.happened).containsExactly("stopped");
		assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofMillis(300));
	}

	/** Else the end of a part would hold up the whole. */
	@Test
	void waitsOnceThoughPartsOfTheNodeEndBefore() {
		AnnotationConfigApplicationContext node = node(Duration.ofMillis(50));
		AnnotationConfigApplicationContext part = new AnnotationConfigApplicationContext();
		part.setParent(node);
		part.refresh();
		part.close();

		assertThat(this.happened).isEmpty();
		node.close();
	}

	private AnnotationConfigApplicationContext node(Duration answersFor) {
		AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
		node.registerBean(LastAnswers.class, () -> new LastAnswers(new EndingSettings(answersFor), node));
		node.registerBean("work", Work.class, () -> new Work(this.happened));
		node.addApplicationListener(told(this.happened));
		node.refresh();
		return node;
	}

	private static ApplicationListener<PayloadApplicationEvent<?>> told(List<String> happened) {
		return event -> {
			if (event instanceof AvailabilityChangeEvent<?> change
					&& change.getState() instanceof ReadinessState state) {
				happened.add(state.name());
			}
		};
	}

	/** Any part that is stopped with the node. */
	private static final class Work implements SmartLifecycle {

		private final List<String> happened;

		private boolean running;

		Work(List<String> happened) {
			this.happened = happened;
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
			this.happened.add("stopped");
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

}
