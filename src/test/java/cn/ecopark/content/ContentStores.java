package cn.ecopark.content;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Content stores for tests that do without Spring. */
public final class ContentStores {

	private ContentStores() {
	}

	public static ContentStore inDatabase(JdbcClient jdbc, PlatformTransactionManager transactions) {
		return new PostgresContentStore(jdbc, transactions);
	}

}
