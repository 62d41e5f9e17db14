package cn.ecopark.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the arrangements that come with the system, each year once; what an administrator
 * has entered since is kept.
 */
@Component
class CalendarReference {

	private static final String SOURCE = "国务院办公厅关于部分节假日安排的通知";

	private static final String LINES = """
			WITH line AS (
				SELECT CAST(split_part(text, ',', 1) AS DATE) AS day, split_part(text, ',', 2) AS kind, split_part(text, ',', 3) AS name
				  FROM regexp_split_to_table(:lines, E'\\n') AS text WHERE text <> ''
			)
			""";

	private static final String DAYS = LINES + """
			INSERT INTO calendar_day (day, kind, name, source)
			SELECT day, kind, name, :source FROM line
			 WHERE EXTRACT(YEAR FROM day) NOT IN (SELECT year FROM calendar_year)
			ON CONFLICT DO NOTHING
			""";

	private static final String YEARS = LINES + """
			INSERT INTO calendar_year (year, source)
			SELECT DISTINCT EXTRACT(YEAR FROM day), :source FROM line
			ON CONFLICT DO NOTHING
			""";

	CalendarReference(JdbcClient jdbc, PlatformTransactionManager transactions) {
		String lines = lines();
		new TransactionTemplate(transactions).executeWithoutResult((status) -> {
			jdbc.sql(DAYS).param("lines", lines).param("source", SOURCE).update();
			jdbc.sql(YEARS).param("lines", lines).param("source", SOURCE).update();
		});
	}

	private static String lines() {
		ClassPathResource file = new ClassPathResource("reference/working-days.csv");
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
			return lines.lines().skip(1).collect(Collectors.joining("\n"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
