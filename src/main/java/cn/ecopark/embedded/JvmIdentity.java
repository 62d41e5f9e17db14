package cn.ecopark.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A JVM told from every later one that happens to get the same process id.
 *
 * @param pid its process id
 * @param started when the operating system started it
 */
record JvmIdentity(long pid, Instant started) {

	/**
	 * Linux counts start times from the boot time, which a correction of the clock moves.
	 */
	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	static JvmIdentity ofThisJvm() {
		ProcessHandle self = ProcessHandle.current();
		return new JvmIdentity(self.pid(), self.info().startInstant().orElseGet(Instant::now));
	}

	static Optional<JvmIdentity> read(Path file) {
		if (!Files.isReadable(file)) {
			return Optional.empty();
		}
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			return Optional.of(new JvmIdentity(Long.parseLong(properties.getProperty("pid", "")),
					Instant.parse(properties.getProperty("started", ""))));
		}
		catch (IOException | RuntimeException halfWritten) {
			return Optional.empty();
		}
	}

	void write(Path file) {
		Properties properties = new Properties();
		properties.setProperty("pid", Long.toString(this.pid));
		properties.setProperty("started", this.started.toString());
		try (Writer writer = Files.newBufferedWriter(file)) {
			properties.store(writer, "The application that uses this database");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean isAlive() {
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.map((process) -> process.info().startInstant().map(this::isAboutMyStart).orElse(true))
			.orElse(false);
	}

	private boolean isAboutMyStart(Instant instant) {
		return Duration.between(this.started, instant).abs().compareTo(TOLERANCE) <= 0;
	}

}
