package cn.ecopark.worklist;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.FilledRecord;
import cn.ecopark.TestDatabase;
import cn.ecopark.TestRegister;
import cn.ecopark.worklist.TaskRefusals.TaskAlreadyDone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkItemsTest {

	private static final TaskEnd SILENCE = TaskEnd.lapsedBy("Event_Silent", "未反馈");

	private JdbcClient jdbc;

	private WorkItems items;

	private WorkItemLimits limits;

	@BeforeEach
	void aTaskIsOpen() {
		this.jdbc = JdbcClient.create(TestDatabase.migrated());
		FilledRecord.of(this.jdbc);
		new TestRegister(this.jdbc).person(12);
		this.jdbc.sql(
				"UPDATE work_item SET engine_task_id = 't', due_on = '2018-01-09', description = CAST(:description AS jsonb)")
			.param("description", TestRegister.DESCRIPTION)
			.update();
		this.items = new WorkItems(this.jdbc, JsonMapper.builder().build());
		this.limits = new WorkItemLimits(this.jdbc, JsonMapper.builder().build());
	}

	@Test
	void refusesToBeDoneTwice() {
		this.items.done(1, "FORWARD", 11, Instant.now());

		assertThatExceptionOfType(TaskAlreadyDone.class)
			.isThrownBy(() -> this.items.done(1, "REFUSE", 12, Instant.now()));
		assertThat(ended()).isEqualTo("DONE DONE FORWARD 11");
	}

	@Test
	void refusesToBeDoneAfterItHasLapsed() {
		this.items.takenAway("t", SILENCE, Instant.now());

		assertThatExceptionOfType(TaskAlreadyDone.class)
			.isThrownBy(() -> this.items.done(1, "FORWARD", 11, Instant.now()));
		assertThat(ended()).isEqualTo("CANCELLED LAPSED - -");
	}

	@Test
	void isTakenAwayOnceAndNotAfterItWasDone() {
		assertThat(this.items.takenAway("t", SILENCE, Instant.now())).isPresent();
		assertThat(this.items.takenAway("t", SILENCE, Instant.now())).isEmpty();
	}

	@Test
	void tellsOnceThatItIsOverdueAndNotWhenItHasLapsed() {
		assertThat(this.limits.overdue("t")).isPresent();
		assertThat(this.limits.overdue("t")).isEmpty();
	}

	@Test
	void isOverdueWhenItLapses() {
		this.items.takenAway("t", SILENCE, Instant.now());

		assertThat(this.limits.overdue("t")).isEmpty();
		assertThat(this.jdbc.sql("SELECT overdue FROM work_item").query(Boolean.class).single()).isTrue();
	}

	@Test
	void isNotOverdueWhenItIsInterrupted() {
		this.items.takenAway("t", TaskEnd.interruptedBy("Sub", "撤回"), Instant.now());

		assertThat(this.jdbc.sql("SELECT overdue FROM work_item").query(Boolean.class).single()).isFalse();
	}

	@Test
	void remindsOnce() {
		assertThat(this.limits.reminded("t")).isPresent();
		assertThat(this.limits.reminded("t")).isEmpty();
	}

	private String ended() {
		return this.jdbc.sql("""
				SELECT state || ' ' || ended_as || ' ' || coalesce(outcome, '-') || ' ' || coalesce(done_by::text, '-')
				  FROM work_item WHERE id = 1
				""").query(String.class).single();
	}

}
