package cn.ecopark.worklist;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.casefile.CaseTables;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.OutcomeCounts.Count;

import static org.assertj.core.api.Assertions.assertThat;

/** The pack lets a step send back for correction twice in a stage, and extend once. */
class ClosedOutcomesTest {

	private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.withoutKeys());

	private static final Instant NOW = Instant.parse("2018-03-01T02:00:00Z");

	private final Opinions opinions = CaseTables.opinions(JDBC);

	private OutcomeCounts counts;

	@BeforeEach
	void nothingWasSaid() throws IOException {
		JDBC.sql("DELETE FROM opinion").update();
		JDBC.sql("DELETE FROM case_stage").update();
		LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
		this.counts = new OutcomeCounts(this.opinions, ShippedPacks.packs());
	}

	@AfterEach
	void anyLanguage() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void areCountedWhereThePackLimitsThem() {
		said("Task_Review", "SEND_BACK", NOW);
		said("Task_Other", "SEND_BACK", NOW);
		said("Task_Review", "FORWARD", NOW);

		assertThat(this.counts.of(item("Task_Review"))).containsExactly(Map.entry("SEND_BACK", new Count(1, 2)),
				Map.entry("EXTEND", new Count(0, 1)));
	}

	@Test
	void areClosedOnceTheyWereTakenOftenEnough() {
		said("Task_Review", "SEND_BACK", NOW);
		assertThat(this.counts.closedOutcomes(item("Task_Review"))).isEmpty();
		said("Task_Review", "SEND_BACK", NOW);

		assertThat(this.counts.closedOutcomes(item("Task_Review"))).containsOnlyKeys("SEND_BACK")
			.hasEntrySatisfying("SEND_BACK", ClosedOutcomesTest::tellsHowOften);
	}

	@Test
	void areNamedInTheLanguageOfTheReader() {
		said("Task_Review", "EXTEND", NOW);
		LegalRefusal chinese = this.counts.closedOutcomes(item("Task_Review")).get("EXTEND");
		LocaleContextHolder.setLocale(Locale.ENGLISH);
		LegalRefusal english = this.counts.closedOutcomes(item("Task_Review")).get("EXTEND");

		assertThat(chinese.arguments()[0]).asString().matches("\\p{IsHan}+");
		assertThat(english.arguments()[0]).asString().matches("[A-Za-z ]+");
	}

	@Test
	void areOpenAgainWhenTheStageBeginsAnew() {
		said("Task_Review", "EXTEND", NOW);
		entered(NOW.minusSeconds(1));
		assertThat(this.counts.closedOutcomes(item("Task_Review"))).containsOnlyKeys("EXTEND");

		entered(NOW.plusSeconds(1));

		assertThat(this.counts.closedOutcomes(item("Task_Review"))).isEmpty();
	}

	private static void tellsHowOften(LegalRefusal refusal) {
		assertThat(refusal.rule()).isEqualTo("taken-too-often");
		assertThat(refusal.arguments()).containsExactly("退回补正", 2, 2);
	}

	private void said(String task, String outcome, Instant at) {
		this.opinions
			.add(new Opinion(0, "case", "case", 1, new Opinion.Step("application", task, "一步", Purpose.ORDINARY),
					new Opinion.Author("OFFICE", 1, "某人", "OFFICE", "办公室"), outcome, "", Audience.AUTHORITIES, false,
					at, null, Map.of(), List.of()));
	}

	private static void entered(Instant at) {
		JDBC.sql("INSERT INTO case_stage (case_id, stage, entered_at) VALUES ('case', 'application', :at)")
			.param("at", Timestamp.from(at))
			.update();
	}

	private static WorkItem item(String task) {
		return new WorkItem(1, "task",
				new WorkItem.Task(ShippedPacks.FIRST, "d:1", "application", task, "一步", "application"),
				new WorkItem.Subject("case", "case", null, null, "某园区", null, null, null, null),
				new WorkItem.Holder("OFFICE", "OFFICE", null, null), NOW, null, null, false, null, null,
				new TaskDescription(Purpose.ORDINARY, List.of("FORWARD", "SEND_BACK", "EXTEND"), List.of(), List.of(),
						Audience.AUTHORITIES, List.of(), List.of(), null, null, false, false, List.of()),
				WorkItem.State.OPEN, null, null, 0);
	}

}
