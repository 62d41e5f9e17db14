package cn.ecopark.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.EcoparkApplication;

/**
 * The application in a process of its own: it can die as on a power cut. It has the
 * embedded database in its folder, or is one of several nodes on a database apart.
 */
final class ServerProcess {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Path folder;

	private final int port;

	private final String name;

	private final List<String> machine;

	private final List<String> database;

	private @Nullable Process process;

	/**
	 * @param machine options of its Java machine
	 */
	ServerProcess(Path folder, String... machine) {
		this(folder, "server", List.of(machine),
				List.of("--ecopark.embedded.data-directory=" + folder.resolve("postgres")));
	}

	private ServerProcess(Path folder, String name, List<String> machine, List<String> database) {
		this.folder = folder;
		this.name = name;
		this.machine = machine;
		this.database = database;
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		catch (IOException noPort) {
			throw new UncheckedIOException(noPort);
		}
	}

	/**
	 * @param name of its log in that folder, in which the keys of the audit are as well
	 * @param settings by which it finds its database, and others
	 */
	static ServerProcess node(Path folder, String name, List<String> settings) {
		List<String> all = new ArrayList<>(settings);
		all.add("--ecopark.demonstration=true");
		all.add("--ecopark.audit.key-file=" + folder.resolve("audit-keys.properties"));
		all.add("--ecopark.audit.seals.file=" + folder.resolve("audit-seals.jsonl"));
		return new ServerProcess(folder, name, List.of(), all);
	}

	String address() {
		return "http://localhost:" + this.port;
	}

	/** Starts, and returns when pages are answered. */
	void start() {
		begin();
		awaitAnswers();
	}

	/** Starts, and does not wait for it. */
	void begin() {
		this.process = launch(List.of());
	}

	/** Returns when pages are answered. */
	void awaitAnswers() {
		Process started = running();
		Instant end = Instant.now().plus(PATIENCE);
		while (!answers()) {
			if (!started.isAlive() || Instant.now().isAfter(end)) {
				throw new AssertionError("The server does not come up:\n" + said());
			}
			pause();
		}
	}

	boolean isRunning() {
		Process last = this.process;
		return last != null && last.isAlive();
	}

	/** Kills the application; its database lives on without it. */
	void diesAlone() {
		kill(running());
	}

	/** Kills the application and every process of its database at once. */
	void diesWithItsDatabase() {
		List<ProcessHandle> family = running().descendants().toList();
		kill(running());
		family.forEach(ProcessHandle::destroyForcibly);
		ProcessHandle.allProcesses()
			.filter(other -> other.info().commandLine().orElse("").contains(this.folder.toString()))
			.forEach(ProcessHandle::destroyForcibly);
	}

	void stop() {
		Process last = this.process;
		if (last != null && last.isAlive()) {
			last.destroy();
			await(last);
		}
	}

	/**
	 * The application is started with these options, and ends by itself.
	 * @throws AssertionError if its exit status is not zero
	 */
	void succeedsWith(String... options) {
		Process command = launch(List.of(options));
		await(command);
		if (command.exitValue() != 0) {
			throw new AssertionError(List.of(options) + " ended with " + command.exitValue() + ":\n" + said());
		}
	}

	private List<String> command(List<String> options) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-XX:MetaspaceSize=256m"));
		command.addAll(this.machine);
		command.addAll(List.of("-cp", classPath(), EcoparkApplication.class.getName(), "--server.port=" + this.port,
				"--ecopark.documents.wait-for-verdict=60s", "--ecopark.demonstration.cases.enabled=false"));
		command.addAll(this.database);
		command.addAll(options);
		return command;
	}

	/** The program as it is delivered, without the beans of tests. */
	private static String classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private Process launch(List<String> options) {
		try {
			return new ProcessBuilder(command(options)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
		}
		catch (IOException notStarted) {
			throw new UncheckedIOException(notStarted);
		}
	}

	private Process running() {
		return Objects.requireNonNull(this.process, "The server was never started");
	}

	private static void kill(Process process) {
		process.destroyForcibly();
		await(process);
	}

	private static void await(Process process) {
		try {
			if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("The process does not end");
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private boolean answers() {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(address() + "/demo/people")
				.toURL()
				.openConnection();
			connection.setConnectTimeout(1000);
			connection.setReadTimeout(20_000);
			return connection.getResponseCode() == 200
					&& new String(connection.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
						.contains("邹静轩");
		}
		catch (IOException notYet) {
			return false;
		}
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(200);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private Path log() {
		return this.folder.resolve(this.name + ".log");
	}

	private String said() {
		try {
			return Files.readString(log());
		}
		catch (IOException unreadable) {
			return unreadable.toString();
		}
	}

}
