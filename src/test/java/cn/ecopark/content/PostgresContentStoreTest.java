package cn.ecopark.content;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PostgresContentStoreTest extends ContentStoreContract {

	@Override
	ContentStore store(JdbcClient jdbc, JdbcTransactionManager transactions) {
		return new PostgresContentStore(jdbc, transactions);
	}

	@Override
	long kept(JdbcClient jdbc) {
		return jdbc.sql("SELECT count(DISTINCT parts) FROM content_part").query(Long.class).single();
	}

}
