package cn.ecopark.operations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Logs statements that take long, ours and the engine's: their text, in which values are
 * question marks, and how long; never a value.
 */
final class SlowStatements extends DelegatingDataSource {

	private static final Logger LOG = LoggerFactory.getLogger(SlowStatements.class);

	private static final int LONGEST = 1000;

	private final long nanoseconds;

	/**
	 * @param slow from which on a statement is logged
	 */
	SlowStatements(DataSource database, Duration slow) {
		super(database);
		this.nanoseconds = slow.toNanos();
	}

	@Override
	public Connection getConnection() throws SQLException {
		return watched(super.getConnection());
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return watched(super.getConnection(user, password));
	}

	private Connection watched(Connection connection) {
		return proxy(Connection.class, (self, method, arguments) -> {
			Object made = call(connection, method, arguments);
			if (made instanceof PreparedStatement statement && method.getName().equals("prepareStatement")) {
				return watched(PreparedStatement.class, statement, String.valueOf(arguments[0]));
			}
			return made instanceof Statement statement && method.getName().equals("createStatement")
					? watched(Statement.class, statement, "") : made;
		});
	}

	private <S extends Statement> S watched(Class<S> type, S statement, String prepared) {
		return proxy(type, (self, method, arguments) -> {
			if (!method.getName().startsWith("execute")) {
				return call(statement, method, arguments);
			}
			long begun = System.nanoTime();
			try {
				return call(statement, method, arguments);
			}
			finally {
				tell(System.nanoTime() - begun, prepared);
			}
		});
	}

	/** What was not prepared may hold values, and is not told. */
	private void tell(long took, String prepared) {
		if (took >= this.nanoseconds) {
			String text = prepared.isEmpty() ? "a statement that was not prepared"
					: prepared.strip().replaceAll("\\s+", " ");
			LOG.atWarn()
				.addKeyValue("milliseconds", took / 1_000_000)
				.log("Slow statement, {} ms: {}", took / 1_000_000,
						text.length() > LONGEST ? text.substring(0, LONGEST) : text);
		}
	}

	/** What happens at a call. */
	private interface Call {

		@Nullable Object answer(Object self, Method method, Object[] arguments) throws Throwable;

	}

	private static <T> T proxy(Class<T> type, Call call) {
		return type.cast(Proxy.newProxyInstance(SlowStatements.class.getClassLoader(), new Class<?>[] { type },
				(self, method, arguments) -> call.answer(self, method, arguments == null ? new Object[0] : arguments)));
	}

	private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException thrown) {
			throw thrown.getTargetException();
		}
	}

}
