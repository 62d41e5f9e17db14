package cn.ecopark.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the arrangements that come with the system; what an administrator has entered since is kept. */
@Component
class CalendarReference implements InitializingBean {

	private static final String SOURCE = "国务院办公厅关于部分节假日安排的通知";

	private final JdbcClient jdbc;

	private final WorkingDays workingDays;

	CalendarReference(JdbcClient jdbc, WorkingDays workingDays) {
		this.jdbc = jdbc;
		this.workingDays = workingDays;
	}

	@Override
	public void afterPropertiesSet() throws IOException {
		StringBuilder values = new StringBuilder();
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(
				new ClassPathResource("reference/working-days.csv").getInputStream(), StandardCharsets.UTF_8))) {
			lines.readLine();
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				values.append(line).append('\n');
			}
		}
		this.jdbc.sql("""
				INSERT INTO calendar_day (day, kind, name, source)
				SELECT CAST(split_part(line, ',', 1) AS date), split_part(line, ',', 2), split_part(line, ',', 3), :source
				  FROM regexp_split_to_table(:lines, '\\n') AS line WHERE line <> ''
				ON CONFLICT DO NOTHING
				""").param("lines", values.toString()).param("source", SOURCE).update();
		this.workingDays.reload();
	}

}
