package cn.ecopark.casefile;

import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A database of the version before steps were recorded becomes one of this version. */
class RecordMigrationTest {

	private static final String BEFORE = "23";

	@Test
	void saysOfEachTaskThatHasEndedHowItDid() {
		JdbcClient jdbc = migrated();

		assertThat(jdbc.sql("SELECT id || ' ' || coalesce(ended_as, '-') FROM work_item ORDER BY id")
			.query(String.class)
			.list()).containsExactly("1 -", "2 DONE", "3 LAPSED", "4 CANCELLED", "5 CANCELLED");
	}

	/** 2018-01-06 and 07 are a weekend; 2018-01-02 is a Tuesday. */
	@Test
	void makesAVisitOfEachTask() {
		JdbcClient jdbc = migrated();

		List<String> runs = jdbc.sql("""
				SELECT work_item_id || ' ' || coalesce(ended_as, '-') || ' ' || coalesce(working_days::text, '-') || ' '
				       || coalesce(outcome, '-') || ' ' || coalesce(person_id::text, '-')
				  FROM step_run ORDER BY work_item_id
				""").query(String.class).list();
		assertThat(runs).containsExactly("1 - - - -", "2 DONE 3 FORWARD 11", "3 LAPSED 5 - -", "4 CANCELLED 4 - -",
				"5 CANCELLED 22 - -");
	}

	@Test
	void leavesWhatNobodyKnownHasDoneWithNobody() {
		DataSource old = TestDatabase.migratedTo(BEFORE);
		JdbcClient jdbc = JdbcClient.create(old);
		FilledRecord.of(jdbc);
		jdbc.sql("UPDATE opinion SET work_item_id = 0, person_id = 0").update();
		jdbc.sql("UPDATE document_version SET work_item_id = 0, uploaded_by = 0").update();

		TestDatabase.migrate(old, "latest");

		assertThat(jdbc.sql("SELECT count(*) FROM opinion WHERE work_item_id IS NULL AND person_id IS NULL")
			.query(Integer.class)
			.single()).isOne();
		assertThat(jdbc.sql("SELECT count(*) FROM document_version WHERE work_item_id IS NULL AND uploaded_by IS NULL")
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	private static JdbcClient migrated() {
		DataSource old = TestDatabase.migratedTo(BEFORE);
		FilledRecord.of(JdbcClient.create(old));
		TestDatabase.migrate(old, "latest");
		return JdbcClient.create(old);
	}

}
