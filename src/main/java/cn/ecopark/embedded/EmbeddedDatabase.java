package cn.ecopark.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

import cn.ecopark.shared.NodeMemory;

/**
 * A PostgreSQL whose data outlive the application. It listens on the loopback address
 * only and writes as safely as a real server: the library would switch {@code fsync} and
 * {@code synchronous_commit} off.
 */
final class EmbeddedDatabase implements AutoCloseable {

	/** May do anything, and is used for nothing but making the other two. */
	static final String USER = "postgres";

	/** Owns the tables, and migrates them. */
	static final String OWNER = "ecopark_owner";

	/** Owns nothing, so that it cannot switch off what guards the tables. */
	static final String APPLICATION = "ecopark_application";

	private static final ClassPathResource ROLES = new ClassPathResource("embedded/roles.sql");

	private static final String NAME = "ecopark";

	/** Long enough for the recovery after a power cut. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private final ClaimedDirectory directory;

	private final ProcessHandle process;

	private final EmbeddedPostgres server;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private final AtomicBoolean closed = new AtomicBoolean();

	private EmbeddedDatabase(ClaimedDirectory directory, ProcessHandle process, EmbeddedPostgres server) {
		this.directory = directory;
		this.process = process;
		this.server = server;
	}

	/**
	 * @param path where the data are kept; created when absent
	 * @param port the loopback port to listen on, 0 for any free one
	 * @throws DatabaseAlreadyRunning when another living application uses the same
	 * directory; it is left alone
	 * @throws RootIsForbidden when run as root where PostgreSQL cannot give up that right
	 * @throws DatabaseDoesNotStart in all other cases
	 */
	static EmbeddedDatabase start(Path path, int port) {
		return start(path, port, PATIENCE);
	}

	static EmbeddedDatabase start(Path path, int port, Duration patience) {
		refuseRootWithoutNamespaces(path);
		ClaimedDirectory directory = ClaimedDirectory.claim(path);
		Postmaster postmaster = new Postmaster(directory.cluster());
		try {
			postmaster.stopOrphan(patience);
			directory.forgetUnfinishedCluster();
			EmbeddedPostgres server = startServer(directory, port, patience);
			createDatabase(server);
			LOG.info("The embedded PostgreSQL keeps its data in {} and listens on port {}", directory.path(),
					server.getPort());
			return new EmbeddedDatabase(directory, postmaster.running().orElseThrow(), server);
		}
		catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError ex) {
			postmaster.stopOrphan(patience);
			directory.release();
			throw new DatabaseDoesNotStart(directory.log(), ex);
		}
	}

	private static void refuseRootWithoutNamespaces(Path path) {
		if (CurrentUser.isRoot() && !LinuxUtils.isUnshareAvailable()) {
			throw new RootIsForbidden(path);
		}
	}

	private static EmbeddedPostgres startServer(ClaimedDirectory directory, int port, Duration patience)
			throws IOException {
		Redirect log = Redirect.appendTo(directory.log().toFile());
		return EmbeddedPostgres.builder()
			.setDataDirectory(directory.cluster())
			.setOverrideWorkingDirectory(directory.binaries().toFile())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(patience)
			.setPort(port)
			.setOutputRedirector(log)
			.setErrorRedirector(log)
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.setLocaleConfig("locale", "C")
			.setServerConfig("listen_addresses", "localhost")
			.setServerConfig("unix_socket_directories", "")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("timezone", "Asia/Shanghai")
			.setServerConfig("max_connections", "100")
			.start();
	}

	private static void createDatabase(EmbeddedPostgres server) throws SQLException, IOException {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement();
				ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
			if (!found.next()) {
				statement.execute("CREATE DATABASE " + NAME);
			}
		}
		try (Connection connection = server.getDatabase(USER, NAME).getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(ROLES.getContentAsString(StandardCharsets.UTF_8));
		}
	}

	String url() {
		return "jdbc:postgresql://localhost:" + this.server.getPort() + "/" + NAME;
	}

	@Override
	public void close() {
		if (this.closed.getAndSet(true)) {
			return;
		}
		try {
			this.server.close();
			Postmaster.awaitEnd(this.process, PATIENCE);
			LOG.info("The embedded PostgreSQL has stopped");
		}
		catch (IOException ex) {
			LOG.error("The embedded PostgreSQL in {} did not stop cleanly", this.directory.path(), ex);
		}
		finally {
			this.directory.release();
		}
	}

}
