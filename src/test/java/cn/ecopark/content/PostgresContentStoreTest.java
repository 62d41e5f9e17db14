package cn.ecopark.content;

import java.util.Arrays;

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

	@Override
	void exchange(String sha256, byte[] bytes) {
		for (int part = 0; part << 20 < bytes.length; part++) {
			jdbc().sql("""
					UPDATE content_part SET bytes = :bytes WHERE number = :number
					   AND parts = (SELECT parts FROM content WHERE sha256 = :sha256)
					""")
				.param("bytes", Arrays.copyOfRange(bytes, part << 20, Math.min(bytes.length, part + 1 << 20)))
				.param("number", part)
				.param("sha256", sha256)
				.update();
		}
	}

}
