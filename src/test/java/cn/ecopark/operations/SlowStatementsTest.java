package cn.ecopark.operations;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.HeardLog;
import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SlowStatementsTest {

	private final JdbcClient jdbc = JdbcClient.create(new SlowStatements(TestDatabase.empty(), Duration.ofMillis(100)));

	@Test
	void areToldWithoutTheirValues() {
		try (HeardLog log = new HeardLog()) {
			this.jdbc.sql("SELECT :opinion,\n       pg_sleep(0.2)").param("opinion", "不同意").query().listOfRows();

			assertThat(log.text()).contains("Slow statement", "SELECT ?, pg_sleep(0.2)").doesNotContain("不同意");
		}
	}

	@Test
	void othersAreNotTold() {
		try (HeardLog log = new HeardLog()) {
			this.jdbc.sql("SELECT 1").query(Integer.class).single();
			assertThatThrownBy(() -> this.jdbc.sql("SELECT nonsense").query().listOfRows())
				.hasMessageContaining("nonsense");

			assertThat(log.text()).doesNotContain("Slow statement");
		}
	}

}
