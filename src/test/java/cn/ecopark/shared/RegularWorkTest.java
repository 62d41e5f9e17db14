package cn.ecopark.shared;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

/** Nothing is done by itself where a process was started for one command. */
class RegularWorkTest {

	private static final List<String> COMMANDS = List.of("audit-verify", "migrate-only");

	/** Tells how often it was started and ended. */
	static final class Chore extends RegularWork {

		private final AtomicInteger started = new AtomicInteger();

		private final AtomicInteger ended = new AtomicInteger();

		Chore() {
			super("chore");
		}

		@Override
		protected List<Task> tasks() {
			this.started.incrementAndGet();
			return List.of(new Task(() -> {
			}, Duration.ofHours(1)));
		}

		@Override
		public void stop() {
			super.stop();
			this.ended.incrementAndGet();
		}

	}

	@Test
	void beginsAndEndsWithTheApplication() {
		assertThat(startedAndEnded("port=1")).containsExactly(1, 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "audit-verify=", "migrate-only=" })
	void neitherBeginsNorEndsWithACommand(String command) {
		assertThat(startedAndEnded(command)).containsExactly(0, 0);
	}

	private static List<Integer> startedAndEnded(String property) {
		Chore chore = new Chore();
		new ApplicationContextRunner().withPropertyValues(property)
			.withBean(Chore.class, () -> chore)
			.run(context -> assertThat(context).hasNotFailed());
		return List.of(chore.started.get(), chore.ended.get());
	}

	static List<Class<?>> all() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AssignableTypeFilter(RegularWork.class));
		return scan.findCandidateComponents("cn.ecopark")
			.stream()
			.map(BeanDefinition::getBeanClassName)
			.<Class<?>>map(RegularWorkTest::named)
			.filter(type -> type != Chore.class)
			.toList();
	}

	private static Class<?> named(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException gone) {
			throw new IllegalStateException(gone);
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void holdsForEachOfThem(Class<? extends RegularWork> type) {
		RegularWork work = mock(type, CALLS_REAL_METHODS);
		work.setEnvironment(new MockEnvironment());
		assertThat(work.isAutoStartup()).isTrue();

		for (String command : COMMANDS) {
			work.setEnvironment(new MockEnvironment().withProperty(command, ""));
			assertThat(work.isAutoStartup()).as(command).isFalse();
		}
		assertThat(AnnotatedElementUtils.hasAnnotation(type, ConditionalOnProperty.class)).as("said once").isFalse();
	}

	@Test
	void areFound() {
		assertThat(all()).extracting(Class::getSimpleName)
			.contains("UploadExpiry", "ForgetDrafts", "LookForEndedUnits");
	}

}
