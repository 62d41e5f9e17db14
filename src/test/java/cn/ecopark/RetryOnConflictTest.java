package cn.ecopark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

import cn.ecopark.RetryOnConflictTest.Command;
import cn.ecopark.RetryOnConflictTest.Outer;
import cn.ecopark.shared.Contended;

@ModuleTest("calendar")
@Import({ Command.class, Outer.class })
class RetryOnConflictTest {

	@Autowired
	Command command;

	@Autowired
	Outer outer;

	private int attempts;

	@BeforeEach
	void countAnew() {
		this.attempts = 0;
	}

	@Test
	void repeatsTheWholeTransactionUntilItGoesThrough() {
		String result = this.command.run(() -> {
			if (++this.attempts < 3) {
				throw new CannotAcquireLockException("deadlock");
			}
			return "done";
		});

		assertThat(result).isEqualTo("done");
		assertThat(this.attempts).isEqualTo(3);
	}

	@Test
	void givesUpAfterSixAttempts() {
		assertThatExceptionOfType(Contended.class).isThrownBy(() -> this.command.run(() -> {
			this.attempts++;
			throw new CannotAcquireLockException("deadlock");
		}));
		assertThat(this.attempts).isEqualTo(6);
	}

	/** What is already rolled back cannot be repeated from inside. */
	@Test
	void repeatsTheOutermostTransactionOnly() {
		String result = this.outer.run(() -> this.command.run(() -> {
			if (++this.attempts == 1) {
				throw new CannotAcquireLockException("deadlock");
			}
			return "done";
		}));

		assertThat(result).isEqualTo("done");
		assertThat(this.attempts).isEqualTo(2);
		assertThat(this.outer.runs()).isEqualTo(2);
	}

	@Test
	void repeatsNoOtherFailure() {
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.command.run(() -> {
			this.attempts++;
			throw new DuplicateKeyException("there is one");
		}));
		assertThat(this.attempts).isOne();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Command {

		@Transactional
		<T> T run(Supplier<T> work) {
			return work.get();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Outer {

		private int runs;

		int runs() {
			return this.runs;
		}

		@Transactional
		public <T> T run(Supplier<T> work) {
			this.runs++;
			return work.get();
		}

	}

}
