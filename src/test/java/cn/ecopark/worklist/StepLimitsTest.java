package cn.ecopark.worklist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.calendar.CalendarTables;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseTables;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.Limit.OnReturn;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** It is Thursday, the first of March 2018; limits are those of the shipped pack. */
class StepLimitsTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final CaseTime TIME = CaseTimes.movable(DATABASE);

	private static final WorkingDays CALENDAR = CalendarTables.workingDays(DATABASE);

	private static final String PACK = "2015-167";

	private static final String RESUMES = "provincialReview";

	private static final String RESTARTS = "completenessCheck";

	private final WorkItems items = WorkTables.items(JDBC);

	private final Opinions opinions = CaseTables.opinions(JDBC);

	private StepLimits limits;

	private RulePack pack;

	@BeforeEach
	void aCaseWithoutAPast() throws IOException {
		JDBC.sql("TRUNCATE work_item, opinion, correction_point, rectification, case_time CASCADE").update();
		TIME.beginAt(at("2018-03-01T10:00"));
		RulePacks packs = ShippedPacks.packs();
		this.pack = packs.get(ShippedPacks.FIRST);
		this.limits = new StepLimits(packs, CALENDAR, TIME, CaseTables.rectifications(JDBC, TIME),
				WorkTables.limits(JDBC), this.opinions, CaseTables.suspensions(JDBC, CALENDAR, TIME));
	}

	@Test
	void endAfterTheWorkingDaysOfThePackWithoutTheFirst() {
		assertThat(this.limits.lastDay(ShippedPacks.FIRST, RESTARTS, null)).isEqualTo("2018-03-08");
		assertThat(this.limits.lastDay(ShippedPacks.FIRST, RESTARTS, "case")).isEqualTo("2018-03-08");
	}

	@Test
	void remindBeforeTheyEnd() {
		Limit limit = this.pack.limit(RESUMES);

		assertThat(this.limits.reminderDay(ShippedPacks.FIRST, RESUMES, "case"))
			.isEqualTo(after(limit.days() - limit.remindBefore()))
			.isBefore(this.limits.lastDay(ShippedPacks.FIRST, RESUMES, "case"));
	}

	@Test
	void resumeWhatIsLeftWhereThePackSaysSo() {
		assertThat(this.pack.limit(RESUMES).onReturn()).isEqualTo(OnReturn.RESUME);
		visited("case", RESUMES, "2018-02-05T09:00", "2018-02-07T17:00");
		visited("case", RESUMES, "2018-02-26T09:00", "2018-02-27T17:00");

		assertThat(this.limits.lastDay(ShippedPacks.FIRST, RESUMES, "case"))
			.isEqualTo(after(this.pack.limit(RESUMES).days() - 3));
	}

	@Test
	void beginAnewWhereThePackSaysSo() {
		assertThat(this.pack.limit(RESTARTS).onReturn()).isEqualTo(OnReturn.RESTART);
		visited("case", RESTARTS, "2018-02-26T09:00", "2018-02-27T17:00");

		assertThat(this.limits.lastDay(ShippedPacks.FIRST, RESTARTS, "case"))
			.isEqualTo(after(this.pack.limit(RESTARTS).days()));
	}

	@Test
	void countNoVisitOfAnotherStepOrCaseNorOneThatGoesOn() {
		visited("case", RESTARTS, "2018-02-26T09:00", "2018-02-28T17:00");
		visited("another", RESUMES, "2018-02-26T09:00", "2018-02-28T17:00");
		visited("case", RESUMES, "2018-02-26T09:00", null);

		assertThat(this.limits.lastDay(ShippedPacks.FIRST, RESUMES, "case"))
			.isEqualTo(after(this.pack.limit(RESUMES).days()));
	}

	@Test
	void areWhatThePackSetsAfterAnOutcome() {
		int extended = this.pack.daysAfter("EXTEND", "correction").orElseThrow();
		said("EXTEND", Map.of());

		assertThat(this.limits.lastDay(ShippedPacks.FIRST, "correction", "case")).isEqualTo(after(extended));
		assertThat(this.limits.lastDay(ShippedPacks.FIRST, RESTARTS, "case"))
			.isEqualTo(after(this.pack.limit(RESTARTS).days()));

		said("SEND_BACK", Map.of());
		assertThat(this.limits.lastDay(ShippedPacks.FIRST, "correction", "case"))
			.isEqualTo(after(this.pack.limit("correction").days()));
	}

	@Test
	void areOfRectificationsWhatWasOrdered() {
		int usual = this.pack.limit("rectification").days();
		assertThat(this.limits.lastDay(ShippedPacks.FIRST, "rectification", "case")).isEqualTo(after(usual));

		JDBC.sql("""
				INSERT INTO rectification (case_id, orderer, days, ordered_at) VALUES ('case', 'CRAES', 7, :at)
				""").param("at", Timestamp.from(TIME.now())).update();

		assertThat(this.limits.lastDay(ShippedPacks.FIRST, "rectification", "case")).isEqualTo(after(7));
	}

	@Test
	void areOfRectificationsThatGoOnWhatWasNamedOrIsUsualThen() {
		said("AGAIN", Map.of());
		assertThat(this.limits.lastDay(ShippedPacks.FIRST, "rectification", "case"))
			.isEqualTo(after(this.pack.daysAfter("AGAIN", "rectification").orElseThrow()));

		long opinion = said("AGAIN", Map.of("rectificationDays", "11"));
		JDBC.sql("""
				INSERT INTO correction_point (case_id, opinion_id, number, subject, remark, state)
				VALUES ('case', :opinion, 1, '', '整改', 'OPEN')
				""").param("opinion", opinion).update();

		assertThat(this.limits.lastDay(ShippedPacks.FIRST, "rectification", "case")).isEqualTo(after(11));
	}

	@Test
	void endOnTheSameDayOfAnotherMonth() throws IOException {
		StepLimits inMonths = inMonths();
		assertThat(inMonths.lastDay(ShippedPacks.FIRST, "rectification", "case")).isEqualTo("2019-03-01");
		assertThat(inMonths.reminderDay(ShippedPacks.FIRST, "rectification", "case")).isEqualTo("2019-02-15");

		JDBC.sql("INSERT INTO rectification (case_id, orderer, ordered_at) VALUES ('case', 'OFFICE', :at)")
			.param("at", Timestamp.from(TIME.now()))
			.update();
		assertThat(inMonths.lastDay(ShippedPacks.FIRST, "rectification", "case")).isEqualTo("2019-03-01");

		said("AGAIN", Map.of());
		assertThat(inMonths.lastDay(ShippedPacks.FIRST, "rectification", "case")).isEqualTo(after(20));
	}

	@Test
	void keepTheirMonthsWhenTheCalendarHasChanged() throws IOException {
		StepLimits inMonths = inMonths();
		WorkItem year = visit("case", "rectification", "2018-02-05T09:00");

		assertThat(inMonths.lastDayAnew(year, LocalDate.of(2018, 2, 5), 200)).isEqualTo("2019-02-11");
		assertThat(this.limits.lastDayAnew(year, LocalDate.of(2018, 2, 5), 3)).isEqualTo("2018-02-08");
	}

	@Test
	void areCountedAnewByWhatHadBeenSaidThen() throws IOException {
		StepLimits inMonths = inMonths();
		said("AGAIN", Map.of());
		WorkItem year = visit("case", "rectification", "2018-02-05T09:00");

		assertThat(inMonths.lastDayAnew(year, LocalDate.of(2018, 2, 5), 200)).isEqualTo("2019-02-11");
		assertThat(
				inMonths.lastDayAnew(visit("case", "rectification", "2018-03-02T09:00"), LocalDate.of(2018, 3, 2), 3))
			.isEqualTo("2018-03-07");
	}

	/** The shipped pack with a year for rectifications. */
	private StepLimits inMonths() throws IOException {
		Map<String, byte[]> files = new TreeMap<>(ShippedPacks.packs().files(ShippedPacks.FIRST).all());
		String text = new String(files.get("limits.yaml"), StandardCharsets.UTF_8);
		assertThat(text).contains("  days: 60\n  remindBefore: 10\n");
		files.put("limits.yaml", text.replace("  days: 60\n  remindBefore: 10\n", "  months: 12\n  remindBefore: 10\n")
			.getBytes(StandardCharsets.UTF_8));
		RulePack edited = ShippedPacks.read(PackFiles.of(files));
		RulePacks packs = mock(RulePacks.class);
		when(packs.get(ShippedPacks.FIRST)).thenReturn(edited);
		return new StepLimits(packs, CALENDAR, TIME, CaseTables.rectifications(JDBC, TIME), WorkTables.limits(JDBC),
				this.opinions, CaseTables.suspensions(JDBC, CALENDAR, TIME));
	}

	private static LocalDate after(int days) {
		return CALENDAR.plus(LocalDate.of(2018, 3, 1), days);
	}

	private long said(String outcome, Map<String, Object> fields) {
		return this.opinions
			.add(new Opinion(0, "case", "case", 1, new Opinion.Step("s", "Task", "一步", Purpose.ORDINARY),
					new Opinion.Author("OFFICE", 1, "某人", "OFFICE", "办公室"), outcome, "", Audience.AUTHORITIES, false,
					TIME.now(), null, fields, List.of()));
	}

	private void visited(String caseId, String limit, String from, @Nullable String to) {
		long id = this.items.add(visit(caseId, limit, from));
		if (to != null) {
			this.items.done(id, "PASS", 1, at(to));
		}
	}

	private static WorkItem visit(String caseId, String limit, String from) {
		return new WorkItem(0, UUID.randomUUID().toString(),
				new WorkItem.Task(ShippedPacks.FIRST, "d:1", "application", "Task", "审查", "application"),
				new WorkItem.Subject(caseId, caseId, null, null, "某园区", null, null, null, null),
				new WorkItem.Holder("OFFICE", "OFFICE", null, null), at(from), null, limit, false, null, null,
				new TaskDescription(Purpose.ORDINARY, List.of("PASS"), List.of(), List.of(), Audience.AUTHORITIES,
						List.of(), List.of(), null, null, false, false, List.of()),
				WorkItem.State.OPEN, null, null, 0);
	}

	private static Instant at(String moment) {
		return LocalDateTime.parse(moment).atZone(CaseTime.ZONE).toInstant();
	}

}
