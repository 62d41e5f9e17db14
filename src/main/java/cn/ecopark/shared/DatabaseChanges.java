package cn.ecopark.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * Listens to what the database tells of {@linkplain Change changes}, on a connection of
 * its own, and hands it on to the caches of this node. While the connection is lost the
 * node knows of no change: {@link #hears()} says so, and everything counts as changed
 * when it is back.
 */
@Component
public class DatabaseChanges extends RegularWork {

	private static final Logger log = LoggerFactory.getLogger(DatabaseChanges.class);

	private static final String CHANNEL = "ecopark_change";

	/** How long a dead connection may go unnoticed. */
	private static final Duration PROOF_OF_LIFE = Duration.ofSeconds(5);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final DataSource database;

	private final ApplicationEventPublisher caches;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private volatile boolean hears;

	@NodeMemory(NodeMemory.Why.OF_THE_NODE)
	private volatile @Nullable Connection line;

	DatabaseChanges(DataSource database, ApplicationEventPublisher caches) {
		super("database-changes");
		this.database = database;
		this.caches = caches;
	}

	/**
	 * @return whether the node is told of changes just now
	 */
	public boolean hears() {
		return this.hears;
	}

	@Override
	protected List<Task> tasks() {
		return List.of(new Task(this::listen, PAUSE));
	}

	@Override
	public void stop() {
		super.stop();
		hangUp();
	}

	/** Before work begins, and until it has ended. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	/** Until the connection is lost or the application ends. */
	private void listen() {
		try (Connection connection = this.database.getConnection()) {
			this.line = connection;
			listenTo(connection);
		}
		catch (SQLException lost) {
			if (isRunning()) {
				throw new UncategorizedSQLException("Changes made by other nodes are not heard", null, lost);
			}
		}
		finally {
			this.hears = false;
			this.line = null;
		}
	}

	private void listenTo(Connection connection) throws SQLException {
		connection.setAutoCommit(true);
		PGConnection told = connection.unwrap(PGConnection.class);
		try (Statement statement = connection.createStatement()) {
			statement.execute("LISTEN " + CHANNEL);
			this.caches.publishEvent(Change.ofAnything());
			this.hears = true;
			while (isRunning()) {
				PGNotification[] changes = told.getNotifications((int) PROOF_OF_LIFE.toMillis());
				if (changes == null || changes.length == 0) {
					statement.execute("SELECT 1");
				}
				else {
					for (PGNotification change : changes) {
						this.caches.publishEvent(Change.of(change.getParameter()));
					}
				}
			}
		}
	}

	private void hangUp() {
		Connection connection = this.line;
		if (connection != null) {
			try {
				connection.abort(Runnable::run);
			}
			catch (SQLException alreadyGone) {
				log.debug("The line of changes was gone before", alreadyGone);
			}
		}
	}

}
