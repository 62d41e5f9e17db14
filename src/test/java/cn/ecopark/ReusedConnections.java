package cn.ecopark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connects to a test's database once for many statements: each new connection is a new
 * process of the server, and tests without a pool opened forty of them in a second. What
 * somebody has set in a connection is taken back before the next one gets it.
 */
final class ReusedConnections extends AbstractDataSource {

	/** Of all databases together. */
	private static final int MOST = 20;

	private static final String AS_NEW = "RESET ALL; UNLISTEN *; SELECT pg_advisory_unlock_all()";

	private static final Deque<Idle> IDLE = new ArrayDeque<>();

	private final DataSource database;

	ReusedConnections(DataSource database) {
		this.database = database;
	}

	private record Idle(ReusedConnections owner, Connection connection) {
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection idle = takeIdle();
		return lent((idle == null) ? this.database.getConnection() : idle);
	}

	@Override
	public Connection getConnection(String name, String password) {
		throw new UnsupportedOperationException();
	}

	private @Nullable Connection takeIdle() {
		synchronized (IDLE) {
			for (Iterator<Idle> all = IDLE.descendingIterator(); all.hasNext();) {
				Idle one = all.next();
				if (one.owner() == this) {
					all.remove();
					return one.connection();
				}
			}
		}
		return null;
	}

	private Connection lent(Connection connection) {
		AtomicBoolean back = new AtomicBoolean();
		return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
				new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
					switch (method.getName()) {
						case "close" -> {
							if (!back.getAndSet(true)) {
								giveBack(connection);
							}
							return null;
						}
						case "isClosed" -> {
							return back.get() || connection.isClosed();
						}
						default -> {
							if (back.get() && method.getDeclaringClass() != Object.class) {
								throw new SQLException("The connection was given back");
							}
							try {
								return method.invoke(connection, arguments);
							}
							catch (InvocationTargetException thrown) {
								throw thrown.getCause();
							}
						}
					}
				});
	}

	private void giveBack(Connection connection) throws SQLException {
		if (connection.isClosed()) {
			return;
		}
		try (Statement statement = connection.createStatement()) {
			if (!connection.getAutoCommit()) {
				connection.rollback();
				connection.setAutoCommit(true);
			}
			connection.setReadOnly(false);
			statement.execute(AS_NEW);
		}
		catch (SQLException broken) {
			connection.close();
			return;
		}
		Idle oldest = null;
		synchronized (IDLE) {
			IDLE.addLast(new Idle(this, connection));
			if (IDLE.size() > MOST) {
				oldest = IDLE.removeFirst();
			}
		}
		if (oldest != null) {
			oldest.connection().close();
		}
	}

}
