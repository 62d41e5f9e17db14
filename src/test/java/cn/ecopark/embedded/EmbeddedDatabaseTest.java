package cn.ecopark.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseTest {

	/** Shared, since the programs are unpacked once beside the first test's data. */
	@TempDir
	static Path folder;

	private Path directory;

	@BeforeEach
	void chooseDirectory(TestInfo test) {
		this.directory = folder.resolve(test.getTestMethod().orElseThrow().getName());
	}

	@Test
	void keepsItsDataFromOneStartToTheNext() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {
			execute(database, "CREATE TABLE kept (word TEXT)", "INSERT INTO kept VALUES ('生态工业园区')");
		}

		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {
			assertThat(answer(database, "SELECT word FROM kept")).isEqualTo("生态工业园区");
		}
	}

	@Test
	void writesAsSafelyAsARealServer() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {
			assertThat(answer(database, "SHOW fsync")).isEqualTo("on");
			assertThat(answer(database, "SHOW synchronous_commit")).isEqualTo("on");
			assertThat(answer(database, "SHOW full_page_writes")).isEqualTo("on");
			assertThat(answer(database, "SHOW server_encoding")).isEqualTo("UTF8");
			assertThat(answer(database, "SHOW listen_addresses")).isEqualTo("localhost");
			assertThat(answer(database, "SELECT upper('é')")).isEqualTo("É");
		}
	}

	@Test
	void refusesDataThatALivingApplicationUsesAndLeavesItAlone() throws Exception {
		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {

			assertThatExceptionOfType(DatabaseAlreadyRunning.class)
				.isThrownBy(() -> EmbeddedDatabase.start(this.directory, 0));

			assertThat(answer(database, "SELECT 'alive'")).isEqualTo("alive");
		}
	}

	@Test
	void startsAgainWhereItsVeryFirstStartWasInterrupted() throws Exception {
		Path cluster = Files.createDirectories(this.directory.resolve("cluster"));
		Files.writeString(cluster.resolve("postgresql.conf"), "");

		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {
			assertThat(answer(database, "SELECT 'alive'")).isEqualTo("alive");
		}
	}

	@Test
	void startsWhenTheNumberOfADeadServerBelongsToAnotherProcess() throws Exception {
		EmbeddedDatabase.start(this.directory, 0).close();
		Path pidFile = this.directory.resolve("cluster/postmaster.pid");
		Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + pidFile.getParent() + "\n");

		try (EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0)) {
			assertThat(answer(database, "SELECT 'alive'")).isEqualTo("alive");
		}
	}

	@Test
	void tellsTheLastWordsOfAServerThatDoesNotStart() throws Exception {
		EmbeddedDatabase.start(this.directory, 0).close();
		Files.writeString(this.directory.resolve("cluster/PG_VERSION"), "9.6\n");

		assertThatExceptionOfType(DatabaseDoesNotStart.class)
			.isThrownBy(() -> EmbeddedDatabase.start(this.directory, 0, Duration.ofSeconds(3)))
			.satisfies((failure) -> assertThat(String.valueOf(failure.arguments()[2])).contains("9.6"));
	}

	@Test
	void stopsItsServerWhenClosed() {
		EmbeddedDatabase database = EmbeddedDatabase.start(this.directory, 0);
		ProcessHandle server = new Postmaster(this.directory.resolve("cluster")).running().orElseThrow();

		database.close();

		assertThat(server.isAlive()).isFalse();
	}

	static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
		try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	static String answer(EmbeddedDatabase database, String query) throws SQLException {
		try (Connection connection = connect(database);
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(query)) {
			assertThat(row.next()).isTrue();
			return row.getString(1);
		}
	}

	private static Connection connect(EmbeddedDatabase database) throws SQLException {
		return DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, "");
	}

}
