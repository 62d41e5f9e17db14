package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import cn.ecopark.audit.AuditActor.Who;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditTest {

	private static final Subject CASE = Subject.ofCase("c1");

	private static final Subject OTHER_CASE = Subject.ofCase("c2");

	private final AuditWorkshop workshop = new AuditWorkshop();

	private final Audit audit = this.workshop.audit;

	@Test
	void keepsWhoDidWhatWhen() {
		this.workshop.actor = Optional.of(new Who(7, "王敏", "MEE"));

		this.workshop.within(() -> this.audit.record(CASE, "task.completed", Map.of("outcome", "ADMIT", "a", 1)));

		AuditEntry entry = this.audit.entries(CASE, Long.MAX_VALUE, 10).get(0);
		assertThat(entry.seq()).isEqualTo(1);
		assertThat(entry.who()).isEqualTo(new Who(7, "王敏", "MEE"));
		assertThat(entry.action()).isEqualTo("task.completed");
		assertThat(entry.details()).isEqualTo("{\"a\":1,\"outcome\":\"ADMIT\"}");
		assertThat(this.workshop.check.verify().isIntact()).isTrue();
	}

	@Test
	void isPartOfTheTransactionItTellsAbout() {
		this.workshop.withinRolledBack(() -> this.audit.record(CASE, "task.completed", Map.of()));

		assertThat(this.audit.entries(CASE, Long.MAX_VALUE, 10)).isEmpty();
		assertThat(this.workshop.check.verify().isIntact()).isTrue();
	}

	@Test
	void keepsARefusalOfARolledBackTransactionThatHoldsTheSameChain() {
		this.workshop.withinRolledBack(() -> {
			this.audit.record(CASE, "task.completed", Map.of());
			this.audit.recordRefusal(CASE, "task.refused", Map.of("reason", "already done"));
		});

		assertThat(this.audit.entries(CASE, Long.MAX_VALUE, 10)).extracting(AuditEntry::action)
			.containsExactly("task.refused");
		assertThat(this.workshop.check.verify().isIntact()).isTrue();
	}

	@Test
	void keepsARefusalOutsideOfAnyTransaction() {
		this.audit.recordRefusal(Subject.ADMINISTRATION, "sign-in.refused", Map.of());

		assertThat(this.audit.entries(Subject.ADMINISTRATION, Long.MAX_VALUE, 10)).hasSize(1);
	}

	@Test
	void writesTheSameToSeveralSubjects() {
		this.workshop.within(() -> this.audit.recordAll(List.of(OTHER_CASE, CASE, CASE), "batch.issued", Map.of()));

		assertThat(this.audit.entries(CASE, Long.MAX_VALUE, 10)).hasSize(1);
		assertThat(this.audit.entries(OTHER_CASE, Long.MAX_VALUE, 10)).hasSize(1);
	}

	@Test
	void pagesThroughAChainFromItsEnd() {
		record(CASE, 5);

		assertThat(this.audit.entries(CASE, Long.MAX_VALUE, 2)).extracting(AuditEntry::seq).containsExactly(5L, 4L);
		assertThat(this.audit.entries(CASE, 4, 2)).extracting(AuditEntry::seq).containsExactly(3L, 2L);
	}

	@Test
	void refusesToChangeOrDeleteWhatIsWritten() {
		record(CASE, 1);
		this.workshop.seals.seal();

		for (String sql : List.of("UPDATE audit_entry SET details = '{}'", "DELETE FROM audit_entry",
				"TRUNCATE audit_entry", "DELETE FROM audit_chain", "DELETE FROM audit_seal_head",
				"UPDATE audit_seal SET hash = ''")) {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.workshop.jdbc.sql(sql).update())
				.withStackTraceContaining("append only");
		}
	}

	@Test
	void keepsItsChainsWhenManyWriteAtOnce() throws Exception {
		List<Subject> subjects = new ArrayList<>(List.of(CASE, OTHER_CASE, Subject.ofBatch("b1")));
		ExecutorService writers = Executors.newFixedThreadPool(8);
		List<Callable<Void>> work = new ArrayList<>();
		for (int i = 0; i < 80; i++) {
			List<Subject> shuffled = new ArrayList<>(subjects);
			Collections.shuffle(shuffled);
			work.add(() -> {
				this.workshop.within(() -> this.audit.recordAll(shuffled, "batch.noted", Map.of()));
				this.workshop.seals.seal();
				return null;
			});
		}

		for (Future<Void> written : writers.invokeAll(work)) {
			written.get();
		}
		writers.shutdown();

		AuditReport report = this.workshop.check.verify();
		assertThat(report.faults()).isEmpty();
		assertThat(report.entries()).isEqualTo(240);
		assertThat(this.audit.entries(CASE, Long.MAX_VALUE, 1).get(0).seq()).isEqualTo(80);
	}

	private void record(Subject subject, int entries) {
		for (int i = 1; i <= entries; i++) {
			String number = Integer.toString(i);
			this.workshop.within(() -> this.audit.record(subject, "case.noted", Map.of("number", number)));
		}
	}

}
