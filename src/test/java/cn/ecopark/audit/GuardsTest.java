package cn.ecopark.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of triggers and functions that comes with the application is that of its
 * migrations. After a migration that changes one, write it anew:
 * {@code mvn test -Dtest=GuardsTest -Dguards.write=true}.
 */
class GuardsTest {

	private static final Path LIST = Path.of("src", "main", "resources", "audit", "guards.txt");

	@Test
	void listsWhatTheMigrationsMake() throws IOException {
		Map<String, String> present = Guards.present(new JdbcTemplate(TestDatabase.migrated()));
		if (Boolean.getBoolean("guards.write")) {
			List<String> lines = present.entrySet()
				.stream()
				.map((guard) -> guard.getKey() + " = " + guard.getValue())
				.toList();
			Files.write(LIST, lines);
		}
		else {
			assertThat(Guards.listed()).isEqualTo(present);
		}
	}

	/** Bodies bound when the function is made have no source text. */
	@Test
	void noticesAnotherBodyOfAFunctionBoundWhenItWasMade() {
		JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.migrated());
		jdbc.execute("""
				CREATE OR REPLACE FUNCTION folded(written TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
				RETURN lower(written)""");

		assertThat(Guards.check(jdbc, List.of())).extracting(AuditReport.Fault::subject)
			.containsExactly("function folded(written text)");
	}

	@Test
	void noticesAnAggregate() {
		JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.migrated());
		jdbc.execute("CREATE AGGREGATE longest(int) (SFUNC = int4larger, STYPE = int)");

		assertThat(Guards.check(jdbc, List.of())).extracting(AuditReport.Fault::kind)
			.containsExactly(AuditReport.Kind.GUARD_ADDED);
	}

}
