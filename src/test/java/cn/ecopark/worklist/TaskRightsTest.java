package cn.ecopark.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.TestDatabase;
import cn.ecopark.audit.Audits;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.CaseTables;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.PeopleOrder;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.SearchWords;
import cn.ecopark.shared.SortedBy;
import cn.ecopark.worklist.TaskRefusals.ClaimedBySomebodyElse;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whose task is whose, on rows of the work list and without anything around them. */
class TaskRightsTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final Instant NOW = Instant.parse("2018-03-01T02:00:00Z");

	private static final Actor STAFF = ministry(1, "MEE", MemberRole.STAFF);

	private static final Actor COLLEAGUE = ministry(2, "MEE", MemberRole.STAFF);

	private static final Actor SUPERVISOR = ministry(3, "MEE", MemberRole.SUPERVISOR);

	private static final Actor STRANGER = ministry(4, "MOST", MemberRole.STAFF);

	private static final Actor PARK = park(5, "PARK-1");

	private static final Actor OTHER_PARK = park(6, "PARK-2");

	private static final People PEOPLE = new Members(List.of(STAFF, COLLEAGUE, SUPERVISOR, STRANGER));

	private final WorkItems items = new WorkItems(JDBC, JsonMapper.builder().build());

	private final TaskRights rights = new TaskRights(this.items, PEOPLE, CaseTables.cases(JDBC), packs());

	private final ClaimTask claimTask = new ClaimTask(new TaskLocks(this.items, CaseTables.locks(JDBC)), this.items,
			this.rights, PEOPLE, new Proposals(JDBC, new RareMatters(JDBC), JsonMapper.builder().build()),
			Audits.in(DATABASE));

	private long task;

	@BeforeEach
	void aTaskOfTheMinistry() {
		JDBC.sql("TRUNCATE work_item, eco_case, audit_entry, audit_chain CASCADE").update();
		CaseTables.enter(JDBC,
				new EcoCase("case", "creation", ShippedPacks.FIRST,
						new EcoCase.ParkOfCase(1, "某园区", "COMPREHENSIVE", "PARK-1", "320000", null), null, null,
						CaseStatus.OPEN, null, null, NOW, null, null, null, 0));
		this.task = add("case", new Holder("MINISTRY", "MEE", null, null));
	}

	@Test
	void letTheUnitReadItsTaskAndNobodyElse() {
		assertThat(this.rights.read(COLLEAGUE, this.task).id()).isEqualTo(this.task);
		assertThat(this.rights.isOf(STAFF, item())).isTrue();
		assertThat(this.rights.isOf(STRANGER, item())).isFalse();
		assertThatThrownBy(() -> this.rights.read(STRANGER, this.task)).isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.rights.read(STAFF, -1)).isInstanceOf(TaskNotFound.class);
	}

	@Test
	void letWhoeverIsOfTheUnitDoWhatNobodyHasClaimed() {
		assertThatCode(() -> this.rights.requireMayDo(STAFF, item())).doesNotThrowAnyException();
		assertThatThrownBy(() -> this.rights.requireMayDo(STRANGER, item())).isInstanceOf(NotYourTask.class);

		this.claimTask.claim(this.task, STAFF);

		assertThatCode(() -> this.rights.requireMayDo(STAFF, item())).doesNotThrowAnyException();
		assertThatThrownBy(() -> this.rights.requireMayDo(COLLEAGUE, item())).isInstanceOfSatisfying(
				ClaimedBySomebodyElse.class, refusal -> assertThat(refusal.arguments()).containsExactly("person-1"));
	}

	@Test
	void letAParkSubmitInItsOwnCaseAndDecideNothing() {
		assertThatCode(() -> this.rights.requireNotOwnCase(PARK, item(), "SUBMIT")).doesNotThrowAnyException();
		assertThatThrownBy(() -> this.rights.requireNotOwnCase(PARK, item(), "ADMIT"))
			.isInstanceOfSatisfying(LegalRefusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("own-case"));
	}

	@Test
	void letAParkDecideNothingWhereSeveralCasesAreMeant() {
		WorkItem ofBatch = this.items.find(add(null, new Holder("PARK", "PARK-2", null, null))).orElseThrow();

		assertThatThrownBy(() -> this.rights.requireNotOwnCase(OTHER_PARK, ofBatch, "ADMIT"))
			.isInstanceOf(LegalRefusal.class);
	}

	@Test
	void bindNobodyElseByTheRuleOfTheOwnCase() {
		assertThatCode(() -> this.rights.requireNotOwnCase(OTHER_PARK, item(), "ADMIT")).doesNotThrowAnyException();
		assertThatCode(() -> this.rights.requireNotOwnCase(STAFF, item(), "ADMIT")).doesNotThrowAnyException();
		Actor namesake = new Actor(9, "某人", "PARK-1", ShippedKinds.OFFICE, null, Set.of(MemberRole.STAFF));
		assertThatCode(() -> this.rights.requireNotOwnCase(namesake, item(), "ADMIT")).doesNotThrowAnyException();
	}

	@Test
	void letOneOfTheUnitClaimATaskThatIsFree() {
		assertThatThrownBy(() -> this.claimTask.claim(this.task, STRANGER)).isInstanceOf(NotYourTask.class);
		assertThat(claimedBy()).isNull();

		this.claimTask.claim(this.task, STAFF);

		assertThat(claimedBy()).isEqualTo(1);
		assertThatThrownBy(() -> this.claimTask.claim(this.task, COLLEAGUE)).isInstanceOf(ClaimedBySomebodyElse.class);
		assertThat(claimedBy()).isEqualTo(1);
		assertThat(audited()).containsExactly("case:case task.claimed {\"by\":1,\"item\":" + this.task + ",\"to\":1}");
	}

	@Test
	void letTheClaimerOrASupervisorRelease() {
		this.claimTask.claim(this.task, STAFF);
		assertThatThrownBy(() -> this.claimTask.release(this.task, COLLEAGUE))
			.isInstanceOf(ClaimedBySomebodyElse.class);
		assertThatThrownBy(() -> this.claimTask.release(this.task, STRANGER)).isInstanceOf(NotYourTask.class);
		assertThat(claimedBy()).isEqualTo(1);

		this.claimTask.release(this.task, STAFF);
		assertThat(claimedBy()).isNull();

		this.claimTask.claim(this.task, COLLEAGUE);
		this.claimTask.release(this.task, SUPERVISOR);
		assertThat(claimedBy()).isNull();
		assertThat(audited()).contains("case:case task.released {\"by\":1,\"item\":" + this.task + ",\"to\":\"\"}");
	}

	@Test
	void letASupervisorAssignToPeopleOfTheUnit() {
		assertThatThrownBy(() -> this.claimTask.assign(this.task, STRANGER.personId(), SUPERVISOR))
			.isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.claimTask.assign(this.task, 99, SUPERVISOR)).isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.claimTask.assign(this.task, STAFF.personId(), COLLEAGUE))
			.isInstanceOf(NotYourTask.class);
		assertThat(claimedBy()).isNull();

		this.claimTask.assign(this.task, COLLEAGUE.personId(), SUPERVISOR);

		assertThat(claimedBy()).isEqualTo(2);
		assertThat(audited()).containsExactly("case:case task.assigned {\"by\":3,\"item\":" + this.task + ",\"to\":2}");
	}

	@Test
	void letNobodyClaimWhatIsDoneOrUnknown() {
		this.items.done(this.task, "ADMIT", 1, NOW);

		assertThatThrownBy(() -> this.claimTask.claim(this.task, STAFF)).isInstanceOf(TaskAlreadyDone.class);
		assertThatThrownBy(() -> this.claimTask.release(this.task, SUPERVISOR)).isInstanceOf(TaskAlreadyDone.class);
		assertThatThrownBy(() -> this.claimTask.assign(this.task, 1, SUPERVISOR)).isInstanceOf(TaskAlreadyDone.class);
		assertThatThrownBy(() -> this.claimTask.claim(-1, STAFF)).isInstanceOf(TaskNotFound.class);
		assertThat(audited()).isEmpty();
	}

	@Test
	void tellTheChainOfTheBatchWhereTheTaskIsOfOne() {
		long ofBatch = add(null, new Holder("MINISTRY", "MEE", null, null));

		this.claimTask.claim(ofBatch, STAFF);

		assertThat(audited()).singleElement().asString().startsWith("batch:batch task.claimed");
	}

	@ParameterizedTest
	@EnumSource(names = { "EXPERT", "SECURITY_ADMIN" })
	void giveTasksOfAUnitToWhoeverWorksOnCasesInIt(MemberRole role) {
		assertThat(this.rights.isOf(ministry(8, "MEE", role), item())).isEqualTo(role == MemberRole.EXPERT);
	}

	private WorkItem item() {
		return this.items.find(this.task).orElseThrow();
	}

	private @Nullable Long claimedBy() {
		return item().holder().claimedBy();
	}

	private static List<String> audited() {
		return JDBC.sql("SELECT subject || ' ' || action || ' ' || details FROM audit_entry ORDER BY subject, seq")
			.query(String.class)
			.list();
	}

	private long add(@Nullable String caseId, Holder holder) {
		return this.items
			.add(new WorkItem(0, UUID.randomUUID().toString(),
					new WorkItem.Task(ShippedPacks.FIRST, "d:1", "application", "Task_Check", "审查", "application"),
					new WorkItem.Subject(caseId == null ? "batch" : caseId, caseId, caseId == null ? "batch" : null,
							null, "某园区", null, 1L, "COMPREHENSIVE", "320000"),
					holder, NOW, null, null, false, null, null,
					new TaskDescription(Purpose.ORDINARY, List.of("ADMIT"), List.of(), List.of(), Audience.AUTHORITIES,
							List.of(), List.of(), null, null, false, false, List.of()),
					WorkItem.State.OPEN, null, null, 0));
	}

	private static RulePacks packs() {
		return ShippedPacks.packs();
	}

	private static Actor ministry(long id, String unit, MemberRole role) {
		return new Actor(id, "person-" + id, unit, ShippedKinds.MINISTRY, null, Set.of(role));
	}

	private static Actor park(long id, String unit) {
		return new Actor(id, "person-" + id, unit, ShippedKinds.PARK, "320000", Set.of(MemberRole.STAFF));
	}

	/** People who are known by name and unit and nothing else. */
	private record Members(List<Actor> actors) implements People {

		@Override
		public String nameOf(long personId) {
			return actor(personId).map(Actor::name).orElse("");
		}

		@Override
		public List<Person> membersOf(String unitId) {
			return this.actors.stream()
				.filter(actor -> actor.unitId().equals(unitId))
				.map(actor -> new Person(actor.personId(), actor.name(), actor.name(), true, true, List.of()))
				.toList();
		}

		@Override
		public Optional<Actor> actor(long personId) {
			return this.actors.stream().filter(actor -> actor.personId() == personId).findFirst();
		}

		@Override
		public Optional<Person> find(long personId) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<Person> bySignInName(String signInName) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ListPage<Person, Long> page(SearchWords text, SortedBy<PeopleOrder> sort, Cursor<Long> cursor,
				int size) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Map<Long, String> namesOf(Collection<Long> people) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<Expert> experts() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<Expert> expert(long personId) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Map<Long, Expert> experts(Collection<Long> people) {
			throw new UnsupportedOperationException();
		}

	}

}
