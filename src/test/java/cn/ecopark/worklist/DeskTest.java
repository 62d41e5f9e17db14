package cn.ecopark.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.TestDatabase;
import cn.ecopark.calendar.CalendarTables;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.Amount;
import cn.ecopark.worklist.Desk.Counts;
import cn.ecopark.worklist.Desk.Neighbour;
import cn.ecopark.worklist.Desk.Place;
import cn.ecopark.worklist.Desk.Filter;
import cn.ecopark.worklist.Desk.Key;

import static org.assertj.core.api.Assertions.assertThat;

/** It is Tuesday the sixth of March 2018; three working days on is Friday the ninth. */
class DeskTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final CaseTime TIME = CaseTimes.movable(DATABASE);

	private static final Filter ALL = new Filter("all", "", "", "");

	private static final Actor STAFF = new Actor(1, "经办", "MEE", ShippedKinds.MINISTRY, null, Set.of(MemberRole.STAFF));

	private static final Actor STRANGER = new Actor(2, "别处", "MOST", ShippedKinds.MINISTRY, null,
			Set.of(MemberRole.STAFF));

	private static final Actor EXPERT = new Actor(3, "专家", "EXPERTS", ShippedKinds.EXPERT_POOL, null,
			Set.of(MemberRole.EXPERT));

	private final WorkItems items = new WorkItems(JDBC, JSON);

	private final Desk desk = new Desk(JDBC, JSON, TIME, CalendarTables.workingDays(DATABASE));

	@BeforeEach
	void anEmptyDeskOnTheSixthOfMarch() {
		JDBC.sql("DELETE FROM work_item").update();
		JDBC.sql("DELETE FROM case_time").update();
		TIME.beginAt(at("2018-03-06T10:00"));
	}

	@Test
	void countsWhatWaitsByWhenItIsDue() {
		due("2018-03-02");
		due("2018-03-05");
		due("2018-03-06");
		due("2018-03-09");
		due("2018-03-10");
		due(null);

		assertThat(this.desk.overview(STAFF).counts())
			.isEqualTo(new Counts(so(6), 0, so(2), so(1), so(2), LocalDate.of(2018, 3, 2)));
		assertThat(this.desk.overview(STRANGER).counts()).isEqualTo(new Counts(so(0), 0, so(0), so(0), so(0), null));
	}

	@Test
	void countsAsFreshWhatCameSinceMidnightInChina() {
		add(item().createdAt("2018-03-05T23:59"));
		add(item().createdAt("2018-03-06T00:00"));
		add(item().createdAt("2018-03-06T09:59"));

		assertThat(this.desk.overview(STAFF).counts().fresh()).isEqualTo(2);
	}

	@Test
	void countsNothingThatIsDoneOrWasTakenAway() {
		this.items.done(due("2018-03-06"), "PASS", 1, at("2018-03-06T09:00"));
		this.items.takenAway(String.valueOf(find(due("2018-03-06")).engineTaskId()), TaskEnd.cancelled("撤回"),
				at("2018-03-06T09:00"));
		long open = due("2018-03-07");

		assertThat(this.desk.overview(STAFF).counts().open()).isEqualTo(so(1));
		assertThat(shown(ALL)).containsExactly(open);
	}

	@Test
	void listsByWhenItIsDueThenByWhenItCame() {
		long unlimited = due(null);
		long later = due("2018-03-09");
		long first = due("2018-03-05");
		long second = due("2018-03-05");

		assertThat(shown(ALL)).containsExactly(first, second, later, unlimited);
	}

	@Test
	void narrowsToWhatIsDueSoonOrOverdue() {
		long overdue = due("2018-03-05");
		long today = due("2018-03-06");
		long soon = due("2018-03-09");
		due("2018-03-12");
		due(null);

		assertThat(shown(new Filter("soon", "", "", ""))).containsExactly(today, soon);
		assertThat(shown(new Filter("overdue", "", "", ""))).containsExactly(overdue);
	}

	@Test
	void narrowsToWhatTheReaderHasClaimed() {
		long mine = due("2018-03-05");
		long colleagues = due("2018-03-05");
		this.items.claim(mine, 1L, 0);
		this.items.claim(colleagues, 9L, 0);
		due("2018-03-05");

		assertThat(shown(new Filter("mine", "", "", ""))).containsExactly(mine);
		assertThat(shown(ALL)).as("others see what a colleague has claimed").hasSize(3);
	}

	@Test
	void narrowsByStageProvinceAndKind() {
		long match = add(item().stage("award").province("320000").kind("COMPREHENSIVE"));
		add(item().stage("creation").province("320000").kind("COMPREHENSIVE"));
		add(item().stage("award").province("330000").kind("COMPREHENSIVE"));
		add(item().stage("award").province("320000").kind("VENOUS"));

		assertThat(shown(new Filter("all", "award", "320000", "COMPREHENSIVE"))).containsExactly(match);
		assertThat(shown(new Filter("all", "creation", "", ""))).hasSize(1);
		assertThat(shown(new Filter("all", "", "330000", ""))).hasSize(1);
		assertThat(shown(new Filter("all", "", "", "VENOUS"))).hasSize(1);
		assertThat(shown(new Filter("anything", "", "", ""))).hasSize(4);
	}

	@Test
	void offersToFilterByWhatOccurs() {
		add(item().stage("creation").province("330000").kind("VENOUS"));
		add(item().stage("award").province("320000").kind("COMPREHENSIVE"));
		add(item().stage("award").province(null).kind(null));
		add(item().unit("MOST").stage("recheck"));

		assertThat(this.desk.overview(STAFF).stages()).containsExactly("award", "creation");
		assertThat(this.desk.overview(STAFF).provinces()).containsExactly("320000", "330000");
		assertThat(this.desk.overview(STAFF).kinds()).containsExactly("COMPREHENSIVE", "VENOUS");
	}

	@Test
	void givesExpertsTheirOwnTasksAndUnitsTheirs() {
		long experts = add(item().person(3L));
		add(item().person(4L));
		long units = due("2018-03-06");

		assertThat(this.desk.page(EXPERT, ALL, Cursor.start()).rows()).extracting(WorkItem::id)
			.containsExactly(experts);
		assertThat(this.desk.overview(EXPERT).counts().open()).isEqualTo(so(1));
		assertThat(shown(ALL)).containsExactly(units);
	}

	@Test
	void showsTwentyOnAPageAndGoesToAndFro() {
		List<Long> all = new ArrayList<>();
		for (int number = 0; number < 45; number++) {
			all.add(due(number < 30 ? "2018-03-06" : "2018-03-07"));
		}

		ListPage<WorkItem, Key> first = this.desk.page(STAFF, ALL, Cursor.start());
		assertThat(ids(first)).isEqualTo(all.subList(0, 20));
		assertThat(first.previous()).isNull();
		ListPage<WorkItem, Key> second = this.desk.page(STAFF, ALL, Cursor.after(first.next()));
		assertThat(ids(second)).isEqualTo(all.subList(20, 40));
		ListPage<WorkItem, Key> third = this.desk.page(STAFF, ALL, Cursor.after(second.next()));
		assertThat(ids(third)).isEqualTo(all.subList(40, 45));
		assertThat(third.next()).isNull();

		ListPage<WorkItem, Key> back = this.desk.page(STAFF, ALL, Cursor.before(third.previous()));
		assertThat(ids(back)).isEqualTo(all.subList(20, 40));
		assertThat(back.next()).isEqualTo(second.next());
		ListPage<WorkItem, Key> start = this.desk.page(STAFF, ALL, Cursor.before(back.previous()));
		assertThat(ids(start)).isEqualTo(all.subList(0, 20));
		assertThat(start.previous()).isNull();
		assertThat(start.next()).isEqualTo(first.next());
	}

	@Test
	void showsExactlyTwentyWithoutAnotherPage() {
		for (int number = 0; number < 20; number++) {
			due("2018-03-06");
		}

		ListPage<WorkItem, Key> page = this.desk.page(STAFF, ALL, Cursor.start());

		assertThat(page.rows()).hasSize(20);
		assertThat(page.next()).isNull();
	}

	@Test
	void hasNoPageBeyondTheLast() {
		ListPage<WorkItem, Key> page = this.desk.page(STAFF, ALL, Cursor.after(new Key(LocalDate.of(2018, 3, 6), 0)));

		assertThat(page.rows()).isEmpty();
		assertThat(page.previous()).isNull();
		assertThat(page.next()).isNull();
	}

	@Test
	void knowsTheNeighboursAndThePlaceOfATask() {
		WorkItem first = find(due("2018-03-05"));
		WorkItem second = find(due("2018-03-06"));
		WorkItem unlimited = find(due(null));

		Neighbour toFirst = new Neighbour(first.id(), null);
		Neighbour toSecond = new Neighbour(second.id(), null);
		Neighbour toUnlimited = new Neighbour(unlimited.id(), null);
		assertThat(this.desk.place(STAFF, first)).isEqualTo(new Place(so(0), so(3), null, toSecond));
		assertThat(this.desk.place(STAFF, second)).isEqualTo(new Place(so(1), so(3), toFirst, toUnlimited));
		assertThat(this.desk.place(STAFF, unlimited)).isEqualTo(new Place(so(2), so(3), toSecond, null));
		assertThat(this.desk.place(STRANGER, unlimited)).isEqualTo(new Place(so(0), so(0), null, null));
	}

	/** A list of a million takes no longer than one of a thousand. */
	@Test
	void countsNoFurtherThanAThousand() {
		for (int number = 0; number < Amount.MOST; number++) {
			due("2018-03-05");
		}
		assertThat(this.desk.overview(STAFF).counts().overdue()).hasToString("1000").isEqualTo(so(Amount.MOST));
		due("2018-03-05");
		due("2018-03-06");
		long last = due("2018-03-07");

		Counts counts = this.desk.overview(STAFF).counts();
		assertThat(counts.open()).hasToString("1000+").isEqualTo(new Amount(Amount.MOST, true));
		assertThat(counts.overdue()).hasToString("1000+");
		assertThat(counts.dueToday()).isEqualTo(so(1));
		assertThat(counts.soon()).as("what is due soon is counted though more is overdue").isEqualTo(so(2));
		Place place = this.desk.place(STAFF, find(last));
		assertThat(place.before().next()).hasToString("1000+");
		assertThat(place.open()).hasToString("1000+");
		assertThat(place.next()).isNull();
	}

	private static Amount so(int many) {
		return new Amount(many, false);
	}

	@ParameterizedTest
	@CsvSource({ "2018-03-06_17", "9999-12-31_999999999999999999" })
	void readsAPlaceInTheListBack(String text) {
		assertThat(Key.parse(text)).map(Key::text).contains(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2018-03-06", "2018-99-99_1", "2018-02-30_1", "_1", "2018-03-06_1234567890123456789",
			"2018-03-06_x" })
	void findsNoPlaceInNonsense(String text) {
		assertThat(Key.parse(text)).isEmpty();
	}

	private List<Long> shown(Filter filter) {
		return ids(this.desk.page(STAFF, filter, Cursor.start()));
	}

	private static List<Long> ids(ListPage<WorkItem, Key> page) {
		return page.rows().stream().map(WorkItem::id).toList();
	}

	private long due(@Nullable String day) {
		return add(item().dueOn(day));
	}

	private long add(Draft draft) {
		return this.items.add(draft.item());
	}

	private WorkItem find(long id) {
		return this.items.find(id).orElseThrow();
	}

	private static Draft item() {
		return new Draft();
	}

	private static Instant at(String moment) {
		return LocalDateTime.parse(moment).atZone(CaseTime.ZONE).toInstant();
	}

	/** A task of the ministry MEE that came yesterday and is due in a month. */
	private static final class Draft {

		private @Nullable String unit = "MEE";

		private @Nullable Long person;

		private String createdAt = "2018-03-05T09:00";

		private @Nullable String dueOn = "2018-04-06";

		private String stage = "creation";

		private @Nullable String province = "320000";

		private @Nullable String kind = "COMPREHENSIVE";

		Draft unit(String unit) {
			this.unit = unit;
			return this;
		}

		Draft person(long person) {
			this.person = person;
			this.unit = null;
			return this;
		}

		Draft createdAt(String moment) {
			this.createdAt = moment;
			return this;
		}

		Draft dueOn(@Nullable String day) {
			this.dueOn = day;
			return this;
		}

		Draft stage(String stage) {
			this.stage = stage;
			return this;
		}

		Draft province(@Nullable String province) {
			this.province = province;
			return this;
		}

		Draft kind(@Nullable String kind) {
			this.kind = kind;
			return this;
		}

		WorkItem item() {
			return new WorkItem(0, UUID.randomUUID().toString(),
					new WorkItem.Task(ShippedPacks.FIRST, "d:1", "creation", "Task_Review", "审查", this.stage),
					new WorkItem.Subject("case", "case", null, null, "某园区", null, 1L, this.kind, this.province),
					new WorkItem.Holder("MINISTRY", this.unit, this.person, null), at(this.createdAt),
					this.dueOn == null ? null : LocalDate.parse(this.dueOn), null, false, null, null,
					new TaskDescription(Purpose.ORDINARY, List.of("PASS"), List.of(), List.of(), Audience.AUTHORITIES,
							List.of(), List.of(), null, null, false, false, List.of()),
					WorkItem.State.OPEN, null, null, 0);
		}

	}

}
