package cn.ecopark.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.ChangePark;
import cn.ecopark.park.ParkChange;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.TaskRefusals.ClaimedBySomebodyElse;
import cn.ecopark.worklist.TaskRefusals.NotYourTask;
import cn.ecopark.worklist.TaskRefusals.PageAlreadySubmitted;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;
import cn.ecopark.worklist.TaskRefusals.TaskNotFound;
import cn.ecopark.worklist.TaskRefusals.UnknownOutcome;
import cn.ecopark.worklist.WorkItem.Holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who claims, releases, assigns, drafts and does a task of the ministry MEE. */
@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class ClaimTaskTest {

	@Autowired
	Scene scene;

	@Autowired
	ClaimTask claimTask;

	@Autowired
	LeavingWork leaving;

	@Autowired
	ChangePark changePark;

	@Autowired
	CompleteTask completeTask;

	@Autowired
	TaskDrafts drafts;

	@Autowired
	TaskReaders readers;

	@Autowired
	TaskRights rights;

	@Autowired
	WorkItems items;

	@Autowired
	JdbcClient jdbc;

	Actor staff;

	Actor colleague;

	Actor supervisor;

	Actor stranger;

	Actor strangeSupervisor;

	EcoCase ecoCase;

	long task;

	@BeforeEach
	void aTaskOfTheMinistry() {
		this.scene.itIs("2018-01-02T10:00");
		this.ecoCase = this.scene.openCase();
		this.staff = member("MEE", MemberRole.STAFF);
		this.colleague = member("MEE", MemberRole.STAFF);
		this.supervisor = member("MEE", MemberRole.SUPERVISOR);
		this.stranger = member("MOST", MemberRole.STAFF);
		this.strangeSupervisor = member("MOST", MemberRole.SUPERVISOR);
		this.task = task();
	}

	@Test
	void givesBackWhatIsClaimedWhenSomebodyLeaves() {
		this.claimTask.claim(this.task, this.staff);
		assertThat(this.leaving.of(this.staff.personId())).singleElement().satisfies((held) -> {
			assertThat(held.claimed()).isTrue();
			assertThat(held.about()).isEqualTo(this.ecoCase.park().name());
		});
		assertThat(this.leaving.of(this.colleague.personId())).isEmpty();

		this.leaving.giveUp(this.colleague.personId(), null, this.stranger);
		assertThat(claimedBy()).isEqualTo(this.staff.personId());
		this.leaving.giveUp(this.staff.personId(), this.colleague.personId(), this.stranger);
		assertThat(claimedBy()).isEqualTo(this.colleague.personId());
		this.leaving.giveUp(this.colleague.personId(), null, this.stranger);
		assertThat(claimedBy()).isNull();
		assertThat(this.leaving.of(this.colleague.personId())).isEmpty();
	}

	@Test
	void goesOnUnderTheNewNameOfThePark() {
		Actor administrator = new Actor(this.staff.personId(), "某人", "ADMINISTRATION", ShippedKinds.ADMINISTRATION,
				null, Set.of(MemberRole.SYSTEM_ADMIN));
		String name = "更名后的园区" + this.task;

		this.changePark.change(this.ecoCase.park().id(),
				new ParkChange.Said(ParkChange.Act.NAME, LocalDate.of(2018, 1, 1), name, "某文", "机构改革"), administrator);

		assertThat(this.items.find(this.task).orElseThrow().subject().title()).isEqualTo(name);
		assertThat(this.jdbc.sql("SELECT park_name FROM eco_case WHERE id = :id")
			.param("id", this.ecoCase.id())
			.query(String.class)
			.single()).isEqualTo(name);
		this.claimTask.claim(this.task, this.staff);
	}

	@Test
	void letsWhoeverIsOfTheUnitClaimATaskThatIsFree() {
		this.claimTask.claim(this.task, this.staff);

		assertThat(claimedBy()).isEqualTo(this.staff.personId());
		assertThatThrownBy(() -> this.claimTask.claim(this.task, this.colleague)).isInstanceOfSatisfying(
				ClaimedBySomebodyElse.class,
				refusal -> assertThat(refusal.arguments()).containsExactly(this.staff.name()));
		assertThatThrownBy(() -> this.claimTask.claim(this.task, this.stranger)).isInstanceOf(NotYourTask.class);
		assertThat(claimedBy()).isEqualTo(this.staff.personId());
	}

	@Test
	void letsTheClaimerOrASupervisorRelease() {
		this.claimTask.claim(this.task, this.staff);
		assertThatThrownBy(() -> this.claimTask.release(this.task, this.colleague))
			.isInstanceOf(ClaimedBySomebodyElse.class);
		assertThatThrownBy(() -> this.claimTask.release(this.task, this.stranger)).isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.claimTask.release(this.task, this.strangeSupervisor))
			.isInstanceOf(NotYourTask.class);
		assertThat(claimedBy()).isEqualTo(this.staff.personId());

		this.claimTask.release(this.task, this.staff);
		assertThat(claimedBy()).isNull();

		this.claimTask.claim(this.task, this.colleague);
		this.claimTask.release(this.task, this.supervisor);
		assertThat(claimedBy()).isNull();
	}

	@Test
	void letsASupervisorAssignWithinTheUnit() {
		this.claimTask.claim(this.task, this.staff);
		assertThatThrownBy(() -> this.claimTask.assign(this.task, this.stranger.personId(), this.supervisor))
			.isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.claimTask.assign(this.task, this.staff.personId(), this.colleague))
			.isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.claimTask.assign(this.task, this.stranger.personId(), this.strangeSupervisor))
			.isInstanceOf(NotYourTask.class);
		assertThat(claimedBy()).isEqualTo(this.staff.personId());

		this.claimTask.assign(this.task, this.colleague.personId(), this.supervisor);

		assertThat(claimedBy()).isEqualTo(this.colleague.personId());
	}

	@Test
	void letsNobodyClaimWhatIsDone() {
		done(this.task, this.staff, UUID.randomUUID().toString());

		assertThatThrownBy(() -> this.claimTask.claim(this.task, this.staff)).isInstanceOf(TaskAlreadyDone.class);
		assertThatThrownBy(() -> this.claimTask.release(this.task, this.supervisor))
			.isInstanceOf(TaskAlreadyDone.class);
		assertThatThrownBy(() -> this.claimTask.assign(this.task, this.staff.personId(), this.supervisor))
			.isInstanceOf(TaskAlreadyDone.class);
		assertThatThrownBy(() -> this.claimTask.claim(-1, this.staff)).isInstanceOf(TaskNotFound.class);
	}

	@Test
	void keepsOthersFromDoingWhatAColleagueHasClaimed() {
		this.claimTask.claim(this.task, this.staff);

		assertThatThrownBy(() -> done(this.task, this.colleague, "a")).isInstanceOf(ClaimedBySomebodyElse.class);
		assertThatThrownBy(() -> done(this.task, this.supervisor, "a")).isInstanceOf(ClaimedBySomebodyElse.class);
		assertThatThrownBy(() -> done(this.task, this.stranger, "a")).isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.drafts.keep(this.task, Map.of(), this.colleague))
			.isInstanceOf(ClaimedBySomebodyElse.class);
		assertThat(this.items.find(this.task).orElseThrow().isOpen()).isTrue();

		done(this.task, this.staff, "a");
		assertThat(this.items.find(this.task).orElseThrow().state()).isEqualTo(WorkItem.State.DONE);
	}

	@Test
	void letsTheUnitReadItsTaskAndNobodyElse() {
		assertThat(this.rights.read(this.colleague, this.task).id()).isEqualTo(this.task);
		assertThatThrownBy(() -> this.rights.read(this.stranger, this.task)).isInstanceOf(NotYourTask.class);
		assertThatThrownBy(() -> this.rights.read(this.staff, -1)).isInstanceOf(TaskNotFound.class);
	}

	@Test
	void takesTheSameTokenOnceForEachTaskAndPerson() {
		WorkItem first = done(this.task, this.staff, "token");
		WorkItem again = done(this.task, this.staff, "token");
		assertThat(again.id()).isEqualTo(first.id());
		assertThat(opinions(this.task)).isEqualTo(1);
		assertThatThrownBy(() -> done(this.task, this.colleague, "token")).isInstanceOf(TaskAlreadyDone.class);

		long another = task();
		done(another, this.staff, "token");
		assertThat(opinions(another)).isEqualTo(1);
	}

	@Test
	void endsAStepAsItsModelSaysOnly() {
		assertThatThrownBy(() -> this.completeTask.complete(seen(this.task), PageToken.of("b", Map.of()),
				new FormDecision(Statement.of("CLOSE_EVERYTHING", "意见")), this.staff))
			.isInstanceOf(UnknownOutcome.class);
	}

	@Test
	void tellsAPageThatSaysSomethingElseTheSecondTime() {
		this.completeTask.complete(seen(this.task), PageToken.of("token", Map.of("opinion", List.of("材料齐全"))),
				new FormDecision(Statement.of("ADMIT", "材料齐全")), this.staff);

		assertThatThrownBy(() -> this.completeTask.complete(seen(this.task),
				PageToken.of("token", Map.of("opinion", List.of("材料不齐"))),
				new FormDecision(Statement.of("ADMIT", "材料不齐")), this.staff))
			.isInstanceOf(PageAlreadySubmitted.class);
		assertThat(opinions(this.task)).isEqualTo(1);
	}

	@Test
	void keepsTheDraftOfWhoeverWasSlowerForThirtyDays() {
		this.drafts.keep(this.task, Map.of("opinion", List.of("写了一半"), "submission", List.of("t")), this.staff);
		this.drafts.keep(this.task, Map.of("opinion", List.of("也写了")), this.colleague);
		done(this.task, this.colleague, "token");

		assertThat(this.drafts.of(this.task, this.colleague)).isEmpty();
		assertThat(this.drafts.of(this.task, this.staff).orElseThrow().fields())
			.isEqualTo(Map.of("opinion", List.of("写了一半")));
		this.drafts.forgetOld();
		assertThat(this.drafts.of(this.task, this.staff)).isPresent();
		this.jdbc.sql("UPDATE task_draft SET saved_at = saved_at - interval '31 days'").update();
		this.jdbc.sql("UPDATE work_item SET done_at = done_at - interval '31 days' WHERE id = :id")
			.param("id", this.task)
			.update();
		this.drafts.forgetOld();
		assertThat(this.drafts.of(this.task, this.staff)).isEmpty();
	}

	@Test
	void letsColleaguesAtOneTaskSeeEachOther() {
		WorkItem item = this.items.find(this.task).orElseThrow();

		assertThat(this.readers.meet(item, this.staff)).isEmpty();
		assertThat(this.readers.meet(item, this.colleague)).extracting(TaskReaders.Reader::name)
			.containsExactly(this.staff.name());
		assertThat(this.readers.meet(item, this.staff)).extracting(TaskReaders.Reader::name)
			.containsExactly(this.colleague.name());
		this.jdbc.sql("UPDATE task_reader SET seen_at = seen_at - interval '4 minutes'").update();
		assertThat(this.readers.meet(item, this.staff)).isEmpty();
	}

	private WorkItem done(long item, Actor actor, String token) {
		return this.completeTask.complete(seen(item), PageToken.of(token, Map.of()),
				new FormDecision(Statement.of("ADMIT", "材料齐全")), actor);
	}

	private WorkItem seen(long item) {
		return this.items.find(item).orElseThrow();
	}

	private long task() {
		return this.scene
			.caseTask(this.ecoCase, null, "application", "Task_CheckCompleteness",
					new Holder("MINISTRY", "MEE", null, null), Purpose.ORDINARY, "ADMIT")
			.id();
	}

	private Actor member(String unit, MemberRole role) {
		Actor staff = this.scene.staffOf(unit, ShippedKinds.MINISTRY);
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:person, :unit, :role)")
			.param("person", staff.personId())
			.param("unit", unit)
			.param("role", role.name())
			.update();
		return new Actor(staff.personId(), staff.name(), unit, ShippedKinds.MINISTRY, null, Set.of(role));
	}

	private @Nullable Long claimedBy() {
		return this.items.find(this.task).orElseThrow().holder().claimedBy();
	}

	private int opinions(long item) {
		return this.jdbc.sql("SELECT count(*) FROM opinion WHERE work_item_id = :item")
			.param("item", item)
			.query(Integer.class)
			.single();
	}

}
