package cn.ecopark.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.rulepack.Limit;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A drawing says the limit of a step and nothing more; in the application the step is due
 * on the day of the calendar, its holder is reminded before, and what follows is on
 * record.
 */
@TestPropertySource(properties = "spring.application.name=limit-alone")
class LimitAloneTest extends DecisionScene {

	private static final String GOES_ON = "completenessCheck";

	private static final String LAPSES = "provincialOpinion";

	private static final String RESUMES = "provincialReview";

	private static final String DRAWING = """
			<?xml version="1.0" encoding="UTF-8"?>
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
			    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
			  <bpmn:message id="Message_Stop" name="Message_Stop" />
			  <bpmn:process id="%s" isExecutable="true">
			    <bpmn:startEvent id="Start" />
			    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Task_GoesOn" />
			    <bpmn:userTask id="Task_GoesOn" name="审查" camunda:candidateGroups="OFFICE"%s>
			      <bpmn:extensionElements><camunda:properties>
			        <camunda:property name="limit" value="completenessCheck" />
			      </camunda:properties>%s</bpmn:extensionElements>
			    </bpmn:userTask>
			    <bpmn:sequenceFlow id="F2" sourceRef="Task_GoesOn" targetRef="Task_Resumes" />
			    <bpmn:userTask id="Task_Resumes" name="初审" camunda:candidateGroups="PROVINCE_ECOLOGY">
			      <bpmn:extensionElements><camunda:properties>
			        <camunda:property name="limit" value="provincialReview" />
			      </camunda:properties></bpmn:extensionElements>
			    </bpmn:userTask>
			    <bpmn:sequenceFlow id="F3" sourceRef="Task_Resumes" targetRef="Task_Lapses" />
			    <bpmn:userTask id="Task_Lapses" name="提意见" camunda:candidateGroups="PROVINCE_COMMERCE">
			      <bpmn:extensionElements><camunda:properties>
			        <camunda:property name="limit" value="provincialOpinion" />
			      </camunda:properties></bpmn:extensionElements>
			    </bpmn:userTask>
			    <bpmn:boundaryEvent id="Event_Silent" name="未反馈" attachedToRef="Task_Lapses">
			      <bpmn:timerEventDefinition><bpmn:timeDate>${due_provincialOpinion}</bpmn:timeDate></bpmn:timerEventDefinition>
			    </bpmn:boundaryEvent>
			    <bpmn:sequenceFlow id="F4" sourceRef="Event_Silent" targetRef="End" />
			    <bpmn:endEvent id="End" />
			    <bpmn:subProcess id="Sub_Stop" triggeredByEvent="true">
			      <bpmn:startEvent id="Start_Stop" name="中止">
			        <bpmn:messageEventDefinition messageRef="Message_Stop" />
			      </bpmn:startEvent>
			      <bpmn:sequenceFlow id="F5" sourceRef="Start_Stop" targetRef="End_Stop" />
			      <bpmn:endEvent id="End_Stop" />
			    </bpmn:subProcess>
			  </bpmn:process>
			</bpmn:definitions>
			""";

	/** As drawings said it before they said the limit alone. */
	private static final String DRAWN_LISTENERS = """
			<camunda:taskListener id="Reminder" event="timeout" delegateExpression="${remind}">
			  <bpmn:timerEventDefinition><bpmn:timeDate>${remind_completenessCheck}</bpmn:timeDate></bpmn:timerEventDefinition>
			</camunda:taskListener>
			<camunda:taskListener id="Overdue" event="timeout" delegateExpression="${notifyOverdue}">
			  <bpmn:timerEventDefinition><bpmn:timeDate>${due_completenessCheck}</bpmn:timeDate></bpmn:timerEventDefinition>
			</camunda:taskListener>""";

	@Autowired
	private RepositoryService repository;

	@Autowired
	private ManagementService management;

	@Autowired
	private TaskService tasks;

	@Autowired
	private ProcessEngineConfigurationImpl engine;

	@Autowired
	private RulePacks packs;

	@Autowired
	private Audit audit;

	@BeforeAll
	void twoDrawings() {
		this.repository.createDeployment()
			.tenantId(ShippedPacks.FIRST.toString())
			.addString("limit-alone.bpmn", DRAWING.formatted("limit-alone", "", ""))
			.addString("drawn-before.bpmn",
					DRAWING.formatted("drawn-before", " camunda:dueDate=\"${due_completenessCheck}\"", DRAWN_LISTENERS))
			.deploy();
	}

	@Test
	void yieldsDueDateReminderAndOverdueNote() {
		EcoCase ecoCase = opened("creation");
		LocalDate today = this.time.today();

		inStage(ecoCase, "limit-alone", "Task_GoesOn");

		Limit limit = limit(GOES_ON);
		LocalDate last = this.workingDays.plus(today, limit.days());
		Date end = Date.from(last.plusDays(1).atStartOfDay(CaseTime.ZONE).toInstant());
		assertThat(dueDate("limit-alone", ecoCase)).isEqualTo(end);
		assertThat(task(ecoCase.id(), "Task_GoesOn", "OFFICE").dueOn()).isEqualTo(last);
		assertThat(timers("limit-alone", ecoCase)).extracting(LimitAloneTest::nameOf, Job::getDuedate)
			.containsExactly(
					tuple("Task_GoesOn$taskListener~Reminder",
							morning(this.workingDays.plus(today, limit.days() - limit.remindBefore()))),
					tuple("Task_GoesOn$taskListener~Overdue", end));
	}

	@Test
	void remindsAndNotesTheEndOnceEach() {
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "limit-alone", "Task_GoesOn");
		List<Job> timers = timers("limit-alone", ecoCase);

		this.clock.to(timers.get(0).getDuedate().toInstant());
		assertThat(entries(ecoCase, "task.reminded", "Task_GoesOn")).hasSize(1);
		assertThat(entries(ecoCase, "task.overdue", "Task_GoesOn")).isEmpty();

		this.clock.to(timers.get(1).getDuedate().toInstant());
		assertThat(entries(ecoCase, "task.reminded", "Task_GoesOn")).hasSize(1);
		assertThat(entries(ecoCase, "task.overdue", "Task_GoesOn")).hasSize(1);
		assertThat(timers("limit-alone", ecoCase)).isEmpty();
	}

	/** One day is left of its limit, of whose last three it would be reminded. */
	@Test
	void remindsNobodyBeforeTheStepBegins() {
		EcoCase ecoCase = opened("creation");
		Limit limit = limit(RESUMES);
		assertThat(limit.remindBefore()).isGreaterThan(1);
		this.jdbc
			.sql("""
					UPDATE work_item SET limit_key = :limit, state = 'DONE', ended_as = 'DONE', created_at = :from, done_at = :to
					 WHERE case_id = :case
					""")
			.param("limit", RESUMES)
			.param("from", this.time.now().minus(Duration.ofDays(60)).atOffset(java.time.ZoneOffset.UTC))
			.param("to", this.time.now().minus(Duration.ofDays(1)).atOffset(java.time.ZoneOffset.UTC))
			.param("case", ecoCase.id())
			.update();
		Instant begun = this.time.now();

		inStage(ecoCase, "limit-alone", "Task_Resumes");
		carryOn();

		List<Job> timers = timers("limit-alone", ecoCase);
		LocalDate last = this.workingDays.plus(LocalDate.ofInstant(begun, CaseTime.ZONE), 1);
		assertThat(timers).extracting(Job::getDuedate)
			.containsExactly(morning(last), Date.from(last.plusDays(1).atStartOfDay(CaseTime.ZONE).toInstant()))
			.allMatch(date -> date.toInstant().isAfter(begun));
		assertThat(entries(ecoCase, "task.reminded", "Task_Resumes")).isEmpty();
	}

	@Test
	void notesNoEndWhereTheDrawingTakesTheTaskAwayThen() {
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "limit-alone", "Task_Lapses");
		Date end = dueDate("limit-alone", ecoCase);

		List<Job> timers = timers("limit-alone", ecoCase);
		assertThat(timers).extracting(LimitAloneTest::nameOf)
			.containsExactly("Task_Lapses$taskListener~Reminder", "Event_Silent");
		assertThat(timers.get(1).getDuedate()).isEqualTo(end)
			.isEqualTo(Date.from(this.workingDays.plus(this.time.today(), limit(LAPSES).days())
				.plusDays(1)
				.atStartOfDay(CaseTime.ZONE)
				.toInstant()));

		this.clock.to(end.toInstant().plusSeconds(1));
		assertThat(entries(ecoCase, "task.reminded", "Task_Lapses")).hasSize(1);
		assertThat(entries(ecoCase, "task.lapsed", "Task_Lapses")).hasSize(1);
		assertThat(entries(ecoCase, "task.overdue", "Task_Lapses")).isEmpty();
	}

	/**
	 * Two nodes look for what is due at the same instant, and then both do it, whichever
	 * of them got it: as when their clocks differ, or one was held up for longer than it
	 * may keep what it took.
	 */
	@Test
	void lapsesOnceThoughTwoNodesDoIt() throws Exception {
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "limit-alone", "Task_Lapses");
		String instance = instance("limit-alone", ecoCase);
		String lapse = timers("limit-alone", ecoCase).get(1).getId();
		this.management.setJobDuedate(lapse, Date.from(this.time.now().minusSeconds(1)));
		CyclicBarrier both = new CyclicBarrier(2);

		List<Taken> nodes = atOnce(() -> {
			meet(both);
			boolean got = takes(lapse);
			meet(both);
			return new Taken(got, carriesOut(lapse));
		});

		assertThat(nodes).filteredOn(Taken::got).hasSize(1);
		assertThat(nodes).filteredOn(Taken::done).hasSize(1);
		assertThat(entries(ecoCase, "task.lapsed", "Task_Lapses")).hasSize(1);
		assertThat(this.jdbc
			.sql("""
					SELECT act_id_ FROM act_hi_actinst WHERE proc_inst_id_ = :instance AND act_id_ IN ('Event_Silent', 'End')
					 ORDER BY act_id_
					""")
			.param("instance", instance)
			.query(String.class)
			.list()).containsExactly("End", "Event_Silent");
		assertThat(this.jdbc.sql("SELECT ended_as FROM work_item WHERE case_id = :case AND task_key = 'Task_Lapses'")
			.param("case", ecoCase.id())
			.query(String.class)
			.list()).containsExactly("LAPSED");
		assertThat(this.management.createJobQuery().processInstanceId(instance).count()).isZero();
	}

	/**
	 * What became of one node.
	 *
	 * @param got whether the engine gave it the job
	 * @param done whether its transaction came to its end
	 */
	private record Taken(boolean got, boolean done) {
	}

	private static List<Taken> atOnce(Callable<Taken> node) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Taken> taken = new ArrayList<>();
			for (Future<Taken> one : List.of(threads.submit(node), threads.submit(node))) {
				taken.add(one.get(1, TimeUnit.MINUTES));
			}
			return taken;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void meet(CyclicBarrier both) throws Exception {
		both.await(1, TimeUnit.MINUTES);
	}

	private boolean takes(String job) {
		DefaultJobExecutor node = new DefaultJobExecutor();
		return this.engine.getCommandExecutorTxRequiresNew().execute(new AcquireJobsCmd(node, 100)).contains(job);
	}

	private boolean carriesOut(String job) {
		try {
			this.management.executeJob(job);
			return true;
		}
		catch (ProcessEngineException otherWasFirst) {
			return false;
		}
	}

	@Test
	void remindsOfNothingThatWasInterruptedBefore() {
		EcoCase ecoCase = opened("creation");
		inStage(ecoCase, "limit-alone", "Task_GoesOn");
		Date end = dueDate("limit-alone", ecoCase);
		assertThat(timers("limit-alone", ecoCase)).hasSize(2);

		this.runtime.createMessageCorrelation("Message_Stop")
			.processInstanceId(instance("limit-alone", ecoCase))
			.correlate();
		this.clock.to(end.toInstant().plusSeconds(1));

		assertThat(entries(ecoCase, "task.interrupted", "Task_GoesOn")).hasSize(1);
		assertThat(entries(ecoCase, "task.reminded", "Task_GoesOn")).isEmpty();
		assertThat(entries(ecoCase, "task.overdue", "Task_GoesOn")).isEmpty();
	}

	/** What runs under it has its timers, and gets no others when it is read again. */
	@Test
	void leavesADrawingOfBeforeAsItIs() {
		EcoCase early = opened("creation");
		inStage(early, "drawn-before", "Task_GoesOn");
		assertThat(timers("drawn-before", early)).extracting(LimitAloneTest::nameOf)
			.containsExactly("Task_GoesOn$taskListener~Reminder", "Task_GoesOn$taskListener~Overdue");
		long definitions = this.management.createJobDefinitionQuery().processDefinitionKey("drawn-before").count();

		this.engine.getDeploymentCache().discardProcessDefinitionCache();
		EcoCase late = opened("creation");
		inStage(late, "drawn-before", "Task_GoesOn");

		assertThat(this.management.createJobDefinitionQuery()
			.processDefinitionKey("drawn-before")
			.jobType(TimerTaskListenerJobHandler.TYPE)
			.activityIdIn("Task_GoesOn")
			.count()).isEqualTo(2);
		assertThat(this.management.createJobDefinitionQuery().processDefinitionKey("drawn-before").count())
			.isEqualTo(definitions);
		assertThat(timers("drawn-before", late)).hasSize(2);
		this.clock.to(timers("drawn-before", late).get(1).getDuedate().toInstant());
		for (EcoCase each : List.of(early, late)) {
			assertThat(entries(each, "task.reminded", "Task_GoesOn")).hasSize(1);
			assertThat(entries(each, "task.overdue", "Task_GoesOn")).hasSize(1);
		}
	}

	private Limit limit(String key) {
		return this.packs.get(ShippedPacks.FIRST).limit(key);
	}

	private static Date morning(LocalDate day) {
		return Date.from(day.atTime(LocalTime.of(9, 0)).atZone(CaseTime.ZONE).toInstant());
	}

	private String instance(String process, EcoCase ecoCase) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.processInstanceBusinessKey(ecoCase.id())
			.singleResult()
			.getId();
	}

	private Date dueDate(String process, EcoCase ecoCase) {
		return this.tasks.createTaskQuery().processInstanceId(instance(process, ecoCase)).singleResult().getDueDate();
	}

	private List<Job> timers(String process, EcoCase ecoCase) {
		return this.management.createJobQuery()
			.processInstanceId(instance(process, ecoCase))
			.timers()
			.orderByJobDuedate()
			.asc()
			.list();
	}

	private static String nameOf(Job timer) {
		return ((JobEntity) timer).getJobHandlerConfigurationRaw();
	}

	private List<AuditEntry> allEntries(EcoCase ecoCase) {
		return this.audit.entries(Subject.ofCase(ecoCase.id()), Long.MAX_VALUE, 1000);
	}

	/** About the task of that case. */
	private List<AuditEntry> entries(EcoCase ecoCase, String action, String task) {
		List<Long> items = this.jdbc.sql("SELECT id FROM work_item WHERE case_id = :case AND task_key = :task")
			.param("case", ecoCase.id())
			.param("task", task)
			.query(Long.class)
			.list();
		return allEntries(ecoCase).stream()
			.filter(entry -> entry.action().equals(action))
			.filter(entry -> items.stream()
				.anyMatch(id -> entry.details().contains("\"item\":" + id + ",")
						|| entry.details().contains("\"item\":" + id + "}")))
			.toList();
	}

}
