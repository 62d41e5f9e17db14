package cn.ecopark.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import cn.ecopark.audit.TamperedRecord.Way;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the owner of the database changes is found and told in words. All ways, with
 * their count: {@code mvn test -DexcludedGroups=none -Dtest=TamperingTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {

	private static final int SAMPLE = 60;

	/** Where nothing is left that contradicts, only what is kept outside does. */
	private static final List<String> FOUND_OUTSIDE_ONLY = List.of("everything emptied", "older dump of everything");

	private final TamperedRecord record = new TamperedRecord();

	private final AuditFindings findings = new AuditFindings(List.of());

	@Test
	void findsNothingWhereNothingWasChanged() {
		AuditReport report = this.record.reportOn(Way.of("nothing", "SELECT 1"), true);

		assertThat(this.findings.faults(report)).isEmpty();
		assertThat(report.rows()).isEqualTo(3L * this.record.tables.size());
	}

	@Test
	void findsASample() {
		List<Way> ways = new ArrayList<>(this.record.ways());
		Collections.shuffle(ways, new Random(20260105));

		assertThat(missed(ways.subList(0, SAMPLE), true)).isEmpty();
	}

	@Test
	void findsWithTheOutsideSealsWhatLeavesNothingBehind() {
		List<Way> ways = this.record.ways().stream().filter((way) -> FOUND_OUTSIDE_ONLY.contains(way.name())).toList();

		assertThat(missed(ways, true)).isEmpty();
		assertThat(missed(ways, false)).containsExactlyInAnyOrderElementsOf(FOUND_OUTSIDE_ONLY);
	}

	@Test
	@Tag("thorough")
	void findsEveryWay() {
		List<Way> ways = this.record.ways();
		List<String> missed = missed(ways, true);
		List<String> missedWithoutSeals = missed(ways, false);

		System.out.printf("%d ways to tamper: %d found with the outside seals, %d without them; missed then: %s%n",
				ways.size(), ways.size() - missed.size(), ways.size() - missedWithoutSeals.size(), missedWithoutSeals);
		assertThat(ways).hasSizeGreaterThan(400);
		assertThat(missed).isEmpty();
		assertThat(missedWithoutSeals).containsExactlyInAnyOrderElementsOf(FOUND_OUTSIDE_ONLY);
	}

	private List<String> missed(List<Way> ways, boolean withSeals) {
		List<String> missed = new ArrayList<>();
		for (Way way : ways) {
			AuditReport report = this.record.reportOn(way, withSeals);
			List<String> words = this.findings.faults(report);
			if (report.isIntact() || words.isEmpty() || words.stream().anyMatch(String::isBlank)) {
				missed.add(way.name());
			}
		}
		return missed;
	}

}
