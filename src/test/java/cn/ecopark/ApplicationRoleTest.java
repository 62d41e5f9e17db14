package cn.ecopark;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.audit.AuditCheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The application works as a role that owns nothing, on its embedded PostgreSQL. */
class ApplicationRoleTest {

	@TempDir
	private Path folder;

	@Test
	void worksWithoutOwningAnything() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(EcoparkApplication.class).run(
				"--server.port=0", "--ecopark.demonstration=true", "--ecopark.demonstration.cases.enabled=false",
				"--ecopark.embedded.data-directory=" + this.folder.resolve("postgres"))) {
			JdbcClient jdbc = context.getBean(JdbcClient.class);

			assertThat(jdbc.sql("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
				.query(Long.class)
				.single()).isZero();
			assertThat(jdbc.sql("SELECT count(*) FROM act_re_procdef").query(Long.class).single()).isPositive();
			for (String sql : List.of("ALTER TABLE ballot DISABLE TRIGGER row_is_attested",
					"SET session_replication_role = replica", "DELETE FROM audit_entry",
					"UPDATE audit_seal SET hash = ''", "TRUNCATE opinion CASCADE", "DROP TABLE ballot",
					"CREATE TABLE mine (a INT)", "UPDATE flyway_schema_history SET success = TRUE")) {
				assertThatExceptionOfType(DataAccessException.class).as(sql).isThrownBy(() -> jdbc.sql(sql).update());
			}
			assertThat(context.getBean(AuditCheck.class).verify().isIntact()).isTrue();
		}
		assertThat(this.folder.resolve("audit-keys.properties")).isRegularFile();
		assertThat(this.folder.resolve("audit-seals.jsonl")).content().contains("\"seal\":\"1\"", "signature");
	}

}
