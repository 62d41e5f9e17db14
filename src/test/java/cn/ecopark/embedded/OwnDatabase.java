package cn.ecopark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL apart from every application, as safe as the embedded one of a
 * demonstration. It can die as on a power cut, and comes back with what it has promised
 * under the same address.
 */
public final class OwnDatabase implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Path folder;

	private final int port;

	private @Nullable EmbeddedDatabase running;

	/**
	 * @param folder where its data are kept
	 */
	public OwnDatabase(Path folder) {
		this.folder = folder.toAbsolutePath();
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		catch (IOException noPort) {
			throw new UncheckedIOException(noPort);
		}
	}

	public void start() {
		this.running = EmbeddedDatabase.start(this.folder, this.port);
	}

	/** Kills every process of it at once. */
	public void dies() {
		ProcessHandle postmaster = new Postmaster(this.folder.resolve("cluster")).running().orElseThrow();
		List<ProcessHandle> sessions = postmaster.descendants().toList();
		postmaster.destroyForcibly();
		sessions.forEach(ProcessHandle::destroyForcibly);
		Postmaster.awaitEnd(postmaster, PATIENCE);
		sessions.forEach(session -> Postmaster.awaitEnd(session, PATIENCE));
		close();
	}

	/**
	 * @return what a node is told so that it works with this database
	 */
	public List<String> settings() {
		String url = Objects.requireNonNull(this.running).url();
		return List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + EmbeddedDatabase.APPLICATION,
				"--spring.datasource.password=", "--spring.flyway.url=" + url,
				"--spring.flyway.user=" + EmbeddedDatabase.OWNER, "--spring.flyway.password=");
	}

	/**
	 * @return somebody who may read everything
	 */
	public DataSource asSuperuser() {
		PGSimpleDataSource database = new PGSimpleDataSource();
		database.setUrl(Objects.requireNonNull(this.running).url());
		database.setUser(EmbeddedDatabase.USER);
		return database;
	}

	@Override
	public void close() {
		EmbeddedDatabase last = this.running;
		this.running = null;
		if (last != null) {
			last.close();
		}
	}

}
