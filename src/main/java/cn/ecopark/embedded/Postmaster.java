package cn.ecopark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.util.LinuxUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process that its file {@code postmaster.pid} in the cluster names; it
 * outlives a JVM that dies hard.
 */
final class Postmaster {

	private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

	private final Path pidFile;

	Postmaster(Path cluster) {
		this.pidFile = cluster.resolve("postmaster.pid");
	}

	/**
	 * Stops the server a dead JVM left behind, so that all it has promised is on disk. A
	 * file that names no server any more goes: when the operating system has given the
	 * number to another process, PostgreSQL would take that for itself.
	 */
	void stopOrphan(Duration patience) {
		running().ifPresent((orphan) -> {
			LOG.warn("A PostgreSQL (process {}) was left behind; it is stopped first", orphan.pid());
			askToStop(orphan);
			awaitEnd(orphan, patience);
		});
		try {
			Files.deleteIfExists(this.pidFile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @throws IllegalStateException when it still runs after that time
	 */
	static void awaitEnd(ProcessHandle process, Duration patience) {
		try {
			process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("PostgreSQL process " + process.pid() + " does not stop", ex);
		}
	}

	Optional<ProcessHandle> running() {
		return pid().flatMap(ProcessHandle::of)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> program(process).isPresent());
	}

	private Optional<Long> pid() {
		try {
			return Files.readAllLines(this.pidFile).stream().findFirst().map(String::strip).map(Long::valueOf);
		}
		catch (IOException | NumberFormatException absent) {
			return Optional.empty();
		}
	}

	private Optional<Path> program(ProcessHandle process) {
		return process.info()
			.command()
			.map(Path::of)
			.filter((command) -> command.getFileName().toString().startsWith("postgres"));
	}

	/**
	 * A fast shutdown (SIGINT): sessions end, everything is written. Without the tool
	 * beside the program a polite end must do.
	 */
	private void askToStop(ProcessHandle process) {
		Path program = program(process).orElseThrow();
		Path tool = program.resolveSibling(program.getFileName().toString().replace("postgres", "pg_ctl"));
		List<String> command = new ArrayList<>();
		if (LinuxUtils.isUnshareAvailable()) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.addAll(List.of(tool.toString(), "kill", "INT", Long.toString(process.pid())));
		try {
			Process call = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(Redirect.DISCARD)
				.start();
			if (call.waitFor() != 0) {
				process.destroy();
			}
		}
		catch (IOException ex) {
			process.destroy();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
