package cn.ecopark.audit;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever adds a table says whether what is in it is on record. */
class AttestedTablesTest {

	/** Tables that decide nothing, and why. */
	private static final Set<String> NOT_ON_RECORD = new TreeSet<>(List.of(
			// The audit itself, and the tool of migrations.
			"audit_chain", "audit_entry", "audit_seal", "audit_seal_head", "audit_seal_place", "audit_seal_stamp",
			"flyway_schema_history",
			// Content goes by its digest, which is in the attested row that refers to it.
			"content", "content_part", "content_arrival", "content_arrival_block", "upload",
			// Derived from contents, and made anew when lost.
			"document_text", "document_page", "version_comparison", "whole_file_job",
			// What somebody has not handed in yet, and by which it is known a second
			// time.
			"task_draft", "submission", "step_way", "page_post",
			// Who has a task open at this moment.
			"task_reader",
			// How far the cases of a demonstration are made.
			"demonstration_making",
			// A counter; each number it has counted has its row.
			"document_number_year",
			// Goes by the digest that its release attests, and is compared when it is
			// read.
			"pack_content",
			// What is not a release yet.
			"studio_draft", "studio_step", "studio_lease", "studio_base",
			// What still has to be done, and by which caches are known to be old.
			"background_job", "background_failure", "due_recount", "calendar_version",
			// For a person's own eyes; the audit has every sign-in.
			"last_sign_in",
			// From where somebody has signed in before; it can be forgotten at any time.
			"known_device",
			// By which programs act for a person; who made and ended it is in the audit.
			"access_token",
			// Sessions, throttles and the delivery of events.
			"spring_session", "spring_session_attributes", "sign_in_throttle", "rate_limit",
			// The clock and the certificates of the demonstration; production reads
			// neither.
			"case_time", "demonstration_certificate"));

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.migrated());

	@Test
	void attestsEveryTableThatIsOnRecord() {
		Set<String> tables = new TreeSet<>(this.jdbc
			.sql("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')")
			.query(String.class)
			.list());
		Set<String> attested = new TreeSet<>(
				AttestedMigration.tables(this.jdbc).stream().map(AttestedTable::name).toList());

		tables.removeAll(attested);

		assertThat(tables).isEqualTo(NOT_ON_RECORD);
	}

	@Test
	void comparesTheTablesThatTheTriggersAttest() throws ReflectiveOperationException {
		ClassPathScanningCandidateComponentProvider modules = new ClassPathScanningCandidateComponentProvider(false);
		modules.addIncludeFilter(new AssignableTypeFilter(AttestedRows.class));
		Set<String> told = new TreeSet<>();
		for (var found : modules.findCandidateComponents("cn.ecopark")) {
			Constructor<?> constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructors()[0];
			constructor.setAccessible(true);
			AttestedRows rows = (AttestedRows) constructor.newInstance(new Object[constructor.getParameterCount()]);
			rows.tables().forEach((table) -> told.add(table.name() + table.arguments()));
		}

		assertThat(told).containsExactlyElementsOf(new TreeSet<>(AttestedMigration.tables(this.jdbc)
			.stream()
			.map((table) -> table.name() + table.arguments())
			.toList()));
	}

}
