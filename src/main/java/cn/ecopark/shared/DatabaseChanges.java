package cn.ecopark.shared;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens to what the database tells of {@linkplain Change changes}, on a connection of
 * its own, and hands it on to the caches of this node. While the connection is lost the
 * node knows of no change: {@link #hears()} says so, and everything counts as changed
 * when it is back.
 */
@Component
public class DatabaseChanges implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DatabaseChanges.class);

	private static final String CHANNEL = "ecopark_change";

	/** How long a dead connection may go unnoticed. */
	private static final Duration PROOF_OF_LIFE = Duration.ofSeconds(5);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final DataSource database;

	private final ApplicationEventPublisher caches;

	private volatile boolean hears;

	private volatile @Nullable Thread listener;

	private volatile @Nullable Connection line;

	DatabaseChanges(DataSource database, ApplicationEventPublisher caches) {
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
	public void start() {
		Thread started = new Thread(this::listen, "database-changes");
		started.setDaemon(true);
		this.listener = started;
		started.start();
	}

	@Override
	public void stop() {
		Thread running = this.listener;
		this.listener = null;
		if (running != null) {
			running.interrupt();
			hangUp();
		}
	}

	@Override
	public boolean isRunning() {
		return this.listener != null;
	}

	/** Before work begins, and until it has ended. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	private boolean goesOn() {
		return Thread.currentThread() == this.listener;
	}

	private void listen() {
		while (goesOn()) {
			try (Connection connection = this.database.getConnection()) {
				this.line = connection;
				listenTo(connection);
			}
			catch (SQLException | RuntimeException lost) {
				if (goesOn()) {
					log.warn("Changes made by other nodes are not heard; tried again in {}", PAUSE, lost);
				}
			}
			this.hears = false;
			pause();
		}
	}

	private void listenTo(Connection connection) throws SQLException {
		connection.setAutoCommit(true);
		PGConnection told = connection.unwrap(PGConnection.class);
		try (Statement statement = connection.createStatement()) {
			statement.execute("LISTEN " + CHANNEL);
			this.caches.publishEvent(Change.ofAnything());
			this.hears = true;
			while (goesOn()) {
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

	private void pause() {
		if (goesOn()) {
			try {
				Thread.sleep(PAUSE.toMillis());
			}
			catch (InterruptedException stopped) {
				Thread.currentThread().interrupt();
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
