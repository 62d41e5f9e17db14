package cn.ecopark.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("crash")
class EmbeddedDatabaseCrashTest {

	@TempDir
	Path directory;

	@Test
	void recoversWhatWasCommittedBeforeItsJvmWasKilled() throws Exception {
		Process application = startApplicationThatCommitsARow();
		ProcessHandle orphan = new Postmaster(this.directory.resolve("cluster")).running().orElseThrow();

		application.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		assertThat(orphan.isAlive()).as("the server outlives its JVM").isTrue();

		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {
			assertThat(orphan.isAlive()).isFalse();
			assertThat(EmbeddedDatabaseTest.answer(database, "SELECT word FROM kept")).isEqualTo("committed");
		}
	}

	@Test
	void recoversWhenServerAndJvmAreKilledTogether() throws Exception {
		Process application = startApplicationThatCommitsARow();
		ProcessHandle server = new Postmaster(this.directory.resolve("cluster")).running().orElseThrow();

		application.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		server.destroyForcibly();
		server.onExit().get(10, TimeUnit.SECONDS);

		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {
			assertThat(EmbeddedDatabaseTest.answer(database, "SELECT word FROM kept")).isEqualTo("committed");
		}
	}

	@Test
	void leavesTheServerOfALivingJvmAlone() throws Exception {
		Process application = startApplicationThatCommitsARow();
		ProcessHandle server = new Postmaster(this.directory.resolve("cluster")).running().orElseThrow();
		try {
			assertThatExceptionOfType(DatabaseAlreadyRunning.class)
				.isThrownBy(() -> EmbeddedDatabase.start(this.directory, 0))
				.satisfies((failure) -> assertThat(failure.arguments()).contains(Long.toString(application.pid())));
			assertThat(server.isAlive()).isTrue();
			assertThat(application.isAlive()).isTrue();
		}
		finally {
			application.destroy();
			application.waitFor(30, TimeUnit.SECONDS);
		}
		assertThat(server.isAlive()).as("an ordinary end stops the server").isFalse();
	}

	private Process startApplicationThatCommitsARow() throws IOException {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				System.getProperty("java.class.path"), ApplicationWithOneRow.class.getName(), this.directory.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		BufferedReader output = process.inputReader();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.equals(ApplicationWithOneRow.READY)) {
				return process;
			}
		}
		throw new IllegalStateException("The application ended before it was ready");
	}

	/** Runs in a JVM of its own. */
	static final class ApplicationWithOneRow {

		static final String READY = "ready";

		private ApplicationWithOneRow() {
		}

		public static void main(String[] arguments) throws Exception {
			EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), 0);
			Runtime.getRuntime().addShutdownHook(new Thread(database::close));
			EmbeddedDatabaseTest.execute(database, "CREATE TABLE kept (word TEXT)",
					"INSERT INTO kept VALUES ('committed')");
			System.out.println(READY);
			Thread.currentThread().join();
		}

	}

}
