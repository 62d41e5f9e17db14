package cn.ecopark.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.CaseTables;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/** It is the tenth of March in China, and still the ninth in Greenwich. */
class KnownDaysTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final CaseTime TIME = CaseTimes.movable(DATABASE);

	private final KnownDays days = new KnownDays(CaseTables.cases(JDBC), TIME);

	@BeforeEach
	void itIsTheTenthOfMarch() {
		JDBC.sql("DELETE FROM eco_case").update();
		JDBC.sql("DELETE FROM case_time").update();
		TIME.beginAt(Instant.parse("2018-03-09T17:00:00Z"));
	}

	@Test
	void areTodayAndTheDayOfTheApplicationInChina() {
		enter(Instant.parse("2018-01-31T16:30:00Z"));

		assertThat(this.days.of(item("case"))).containsOnly(entry("today", LocalDate.of(2018, 3, 10)),
				entry("submitted", LocalDate.of(2018, 2, 1)));
	}

	@Test
	void areTodayAloneWhereNothingWasHandedInOrNoCaseIsMeant() {
		enter(null);

		assertThat(this.days.of(item("case"))).containsOnly(entry("today", LocalDate.of(2018, 3, 10)));
		assertThat(this.days.of(item("unknown"))).containsOnlyKeys("today");
		assertThat(this.days.of(item(null))).containsOnlyKeys("today");
	}

	private static void enter(@Nullable Instant submitted) {
		CaseTables.enter(JDBC,
				new EcoCase("case", "creation", ShippedPacks.FIRST,
						new EcoCase.ParkOfCase(1, "某园区", "COMPREHENSIVE", "PARK-1", "320000", null), null, null,
						CaseStatus.DRAFT, null, null, Instant.EPOCH, null, null, null, 0));
		JDBC.sql("UPDATE eco_case SET submitted_at = :at")
			.param("at", submitted == null ? null : Timestamp.from(submitted))
			.update();
	}

	private static WorkItem item(@Nullable String caseId) {
		return new WorkItem(1, "task",
				new WorkItem.Task(ShippedPacks.FIRST, "d:1", "application", "Task", "一步", "application"),
				new WorkItem.Subject("dossier", caseId, null, null, "某园区", null, null, null, null),
				new WorkItem.Holder("PARK", "PARK-1", null, null), Instant.EPOCH, null, null, false, null, null,
				new TaskDescription(Purpose.ORDINARY, List.of("SUBMIT"), List.of(), List.of(), Audience.AUTHORITIES,
						List.of(), List.of(), null, null, false, false, List.of()),
				WorkItem.State.OPEN, null, null, 0);
	}

}
