package cn.ecopark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that go to the database. To be imported by a test that asks
 * whether there is a query for each row.
 */
public class CountedStatements implements BeanPostProcessor {

	private static final AtomicInteger COUNT = new AtomicInteger();

	/**
	 * @return how many statements that takes
	 */
	public static int of(Callable<?> work) throws Exception {
		int before = COUNT.get();
		work.call();
		return COUNT.get() - before;
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
			InvocationHandler counting = (proxy, method, arguments) -> {
				if (method.getName().equals("prepareStatement")) {
					COUNT.incrementAndGet();
				}
				try {
					return method.invoke(connection, arguments);
				}
				catch (InvocationTargetException thrown) {
					throw thrown.getCause();
				}
			};
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, counting);
		}

	}

}
