package cn.ecopark;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Listens to the statements that a thread sends to the database, in every context of a
 * test. Those about the rows of sessions are left out: they are the sessions' own affair.
 */
public final class CountedStatements implements BeanPostProcessor {

	private static final ThreadLocal<@Nullable List<String>> HEARD = new ThreadLocal<>();

	public CountedStatements() {
	}

	/**
	 * @return the statements that it takes, in their order
	 */
	public static List<String> of(Callable<?> work) throws Exception {
		List<String> heard = new ArrayList<>();
		HEARD.set(heard);
		try {
			work.call();
		}
		finally {
			HEARD.remove();
		}
		return heard;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource database) ? new Counting(database) : bean;
	}

	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			List<String> heard = HEARD.get();
			return (heard == null) ? connection : listening(connection, heard);
		}

		private static Connection listening(Connection connection, List<String> heard) {
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("prepareStatement")
								&& !((String) arguments[0]).contains("SPRING_SESSION")) {
							heard.add((String) arguments[0]);
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException thrown) {
							throw thrown.getCause();
						}
					});
		}

	}

}
