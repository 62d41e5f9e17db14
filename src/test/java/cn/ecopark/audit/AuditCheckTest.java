package cn.ecopark.audit;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.ecopark.audit.AuditReport.Fault;
import cn.ecopark.audit.AuditReport.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class AuditCheckTest {

	private static final Subject CASE = Subject.ofCase("c1");

	private static final Subject OTHER_CASE = Subject.ofCase("c2");

	private final AuditWorkshop workshop = new AuditWorkshop();

	private final Audit audit = this.workshop.audit;

	@Test
	void findsAChangedDetail() {
		record(CASE, 3);

		this.workshop
			.tamper("UPDATE audit_entry SET details = '{\"number\":\"9\"}' WHERE subject = 'case:c1' AND seq = 2");

		assertThat(faults()).containsExactly(new Fault("case:c1", 2, Kind.CHANGED));
	}

	@Test
	void findsADeletedEntry() {
		record(CASE, 3);
		record(OTHER_CASE, 3);

		this.workshop.tamper("DELETE FROM audit_entry WHERE subject = 'case:c2' AND seq = 2");

		assertThat(faults()).containsExactly(new Fault("case:c2", 2, Kind.MISSING));
	}

	@Test
	void findsADeletedBeginning() {
		record(CASE, 3);

		this.workshop.tamper("DELETE FROM audit_entry WHERE seq = 1");

		assertThat(faults()).containsExactly(new Fault("case:c1", 1, Kind.MISSING));
	}

	@Test
	void findsACutTail() {
		record(CASE, 3);

		this.workshop.tamper("DELETE FROM audit_entry WHERE seq = 3");

		assertThat(faults()).containsExactly(new Fault("case:c1", 2, Kind.TAIL_CUT));
	}

	@Test
	void findsAChainThatIsGoneWhole() {
		record(CASE, 2);

		this.workshop.tamper("DELETE FROM audit_entry");

		assertThat(faults()).containsExactly(new Fault("case:c1", 0, Kind.TAIL_CUT));
	}

	@Test
	void findsExchangedEntries() {
		record(CASE, 3);

		this.workshop.tamper("UPDATE audit_entry SET seq = CASE seq WHEN 1 THEN 102 WHEN 2 THEN 101 END WHERE seq < 3",
				"UPDATE audit_entry SET seq = seq - 100 WHERE seq > 100");

		assertThat(faults()).containsExactly(new Fault("case:c1", 1, Kind.CHANGED));
	}

	@Test
	void findsACutTailWhoseHeadWasMended() {
		record(CASE, 3);
		this.workshop.seals.seal();

		this.workshop.tamper("DELETE FROM audit_entry WHERE seq = 3",
				"UPDATE audit_chain SET count = 2, head = (SELECT hash FROM audit_entry WHERE seq = 2)");

		assertThat(faults()).containsExactly(new Fault("case:c1", 3, Kind.NOT_AS_SEALED));
	}

	@Test
	void findsAChainWrittenAnew() {
		record(CASE, 3);
		this.workshop.seals.seal();

		this.workshop.tamper("DELETE FROM audit_entry", "DELETE FROM audit_chain");
		record(CASE, 3);

		assertThat(faults()).containsExactly(new Fault("case:c1", 3, Kind.NOT_AS_SEALED));
	}

	@Test
	void findsAChangedSealedHead() {
		record(CASE, 2);
		this.workshop.seals.seal();

		this.workshop
			.tamper("UPDATE audit_seal_head SET count = 1, head = (SELECT hash FROM audit_entry WHERE seq = 1)");

		assertThat(faults()).containsExactly(new Fault("seal", 1, Kind.CHANGED),
				new Fault("case:c1", 2, Kind.SEAL_MISSING));
	}

	@Test
	void findsADeletedSeal() {
		record(CASE, 1);
		this.workshop.seals.seal();
		record(CASE, 1);
		this.workshop.seals.seal();

		this.workshop.tamper("DELETE FROM audit_seal_head WHERE seq = 1", "DELETE FROM audit_seal WHERE seq = 1");

		assertThat(faults()).containsExactly(new Fault("seal", 1, Kind.MISSING));
	}

	@Test
	void findsThatASealNotedOutsideIsGone() {
		record(CASE, 1);
		this.workshop.seals.seal();
		record(CASE, 1);
		String noted = this.workshop.seals.seal().orElseThrow().hash();
		assertThat(this.workshop.check.verify(new AuditCheck.Demands(noted, null, 0)).isIntact()).isTrue();

		this.workshop.tamper("DELETE FROM audit_seal_head WHERE seq = 2", "DELETE FROM audit_seal WHERE seq = 2");

		assertThat(this.workshop.check.verify(new AuditCheck.Demands(noted, null, 0)).faults())
			.containsExactly(new Fault("seal", 1, Kind.SEAL_MISSING), new Fault("case:c1", 2, Kind.SEAL_MISSING));
	}

	@Test
	void sealsOnlyWhatHasGrown() {
		record(CASE, 2);
		record(OTHER_CASE, 1);
		assertThat(this.workshop.seals.seal()).isPresent();
		record(OTHER_CASE, 1);

		assertThat(this.workshop.seals.seal()).isPresent();

		assertThat(this.workshop.seals.seal()).isEmpty();
		assertThat(
				this.workshop.jdbc.sql("SELECT subject FROM audit_seal_head WHERE seq = 2").query(String.class).list())
			.containsExactly("case:c2");
		AuditReport report = this.workshop.check.verify();
		assertThat(report.isIntact()).isTrue();
		assertThat(report.entries()).isEqualTo(4);
		assertThat(report.chains()).isEqualTo(2);
		assertThat(report.seals()).isEqualTo(2);
	}

	private void record(Subject subject, int entries) {
		for (int i = 1; i <= entries; i++) {
			String number = Integer.toString(i);
			this.workshop.within(() -> this.audit.record(subject, "case.noted", Map.of("number", number)));
		}
	}

	private List<Fault> faults() {
		return this.workshop.check.verify().faults();
	}

}
