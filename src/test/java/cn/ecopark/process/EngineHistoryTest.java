package cn.ecopark.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the engine remembers of flows, before and after its time. */
class EngineHistoryTest {

	private static final Instant LIMIT = Instant.parse("2018-06-01T00:00:00Z");

	private final ProcessEngine engine = ProcessTestEngine.engine();

	private final HistoryService history = this.engine.getHistoryService();

	private final JdbcClient jdbc = JdbcClient.create(ProcessTestEngine.configuration().getDataSource());

	private final EngineHistory memory = new EngineHistory(this.jdbc, this.history);

	private final String outer = "outer" + UUID.randomUUID().toString().substring(0, 8);

	private String deployment;

	@BeforeEach
	void aFlowWithAPart() {
		ProcessTestEngine.FLOW.forget();
		clearWhatOtherTestsHaveEnded();
		String inner = this.outer + "-part";
		this.deployment = this.engine.getRepositoryService()
			.createDeployment()
			.tenantId(ProcessTestEngine.TENANT)
			.addModelInstance("outer.bpmn",
					Bpmn.createExecutableProcess(this.outer)
						.startEvent()
						.callActivity("part")
						.calledElement(inner)
						.userTask("wait")
						.endEvent("end")
						.done())
			.addModelInstance("inner.bpmn", Bpmn.createExecutableProcess(inner).startEvent().endEvent("partEnd").done())
			.deploy()
			.getId();
	}

	@AfterEach
	void leavesNothingBehind() {
		this.engine.getRepositoryService().deleteDeployment(this.deployment, true);
	}

	@ParameterizedTest
	@CsvSource({ "2018-05-31T23:59:59Z, 0", "2018-06-01T00:00:00Z, 2", "2018-06-01T00:00:01Z, 2" })
	void goesWithAllPartsOnceTheWholeHasEndedBefore(String ended, int left) {
		String flow = start();
		this.engine.getTaskService().complete(task(flow));
		endedAt(flow, ended);

		this.memory.clear(LIMIT);

		assertThat(rows("act_hi_procinst", flow)).isEqualTo(left);
		assertThat(rows("act_hi_actinst", flow) == 0).isEqualTo(left == 0);
		assertThat(rows("act_hi_taskinst", flow)).isZero();
	}

	/** Steps to come and limits that are counted anew ask for what is behind. */
	@Test
	void staysWholeWhileTheFlowRunsHoweverLongItsPartsHaveEnded() {
		String flow = start();
		long before = rows("act_hi_actinst", flow);
		endedAt(flow, "2000-01-01T00:00:00Z");
		assertThat(this.history.createHistoricProcessInstanceQuery().superProcessInstanceId(flow).finished().count())
			.isOne();

		assertThat(this.memory.clear(LIMIT)).isZero();

		assertThat(rows("act_hi_actinst", flow)).isEqualTo(before);
		assertThat(this.history.createHistoricActivityInstanceQuery().processInstanceId(flow).finished().list())
			.extracting(one -> one.getActivityId())
			.contains("part");
		this.engine.getTaskService().complete(task(flow));
		assertThat(this.engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(flow).count())
			.isZero();
	}

	@Test
	void goesSomeAtATimeUntilThereIsNoMore() {
		List<String> flows = IntStream.range(0, 23).mapToObj(number -> start()).toList();
		flows.forEach(flow -> {
			this.engine.getTaskService().complete(task(flow));
			endedAt(flow, "2018-01-01T00:00:00Z");
		});

		assertThat(this.memory.clear(LIMIT)).isEqualTo(20);
		assertThat(this.memory.clear(LIMIT)).isEqualTo(3);
		assertThat(this.memory.clear(LIMIT)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "1, 5, 0, false", "1, 5, 1, true", "1, 5, 4, true", "1, 5, 5, false", "22, 4, 21, false",
			"22, 4, 22, true", "22, 4, 0, true", "22, 4, 3, true", "22, 4, 4, false", "0, 0, 13, true" })
	void isClearedAtNight(int from, int until, int hour, boolean open) {
		assertThat(new EngineHistorySettings(Duration.ofDays(365), from, until).isOpenAt(hour)).isEqualTo(open);
	}

	/** The engine is shared, and the time in their flows may be before the limit. */
	private void clearWhatOtherTestsHaveEnded() {
		while (this.memory.clear(LIMIT) > 0) {
			// A few at a time.
		}
	}

	private String start() {
		return this.engine.getRuntimeService()
			.createProcessInstanceByKey(this.outer)
			.processDefinitionTenantId(ProcessTestEngine.TENANT)
			.execute()
			.getId();
	}

	private String task(String flow) {
		return this.engine.getTaskService().createTaskQuery().processInstanceId(flow).singleResult().getId();
	}

	/** What of it has ended, that is. */
	private void endedAt(String flow, String moment) {
		this.jdbc
			.sql("""
					UPDATE act_hi_procinst SET end_time_ = CAST(:moment AS timestamptz) AT TIME ZONE current_setting('TimeZone')
					 WHERE root_proc_inst_id_ = :flow AND end_time_ IS NOT NULL
					""")
			.param("moment", moment)
			.param("flow", flow)
			.update();
	}

	private long rows(String table, String flow) {
		return this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE root_proc_inst_id_ = :flow")
			.param("flow", flow)
			.query(Long.class)
			.single();
	}

}
