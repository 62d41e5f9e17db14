package cn.ecopark.process;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;

import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;

/** The way one dossier goes through one diagram. */
final class Course {

	private final ProcessEngine engine;

	private final ReleaseId release;

	private final String process;

	private final String dossier;

	private final String idName;

	private ProcessInstance instance;

	Course(ProcessEngine engine, ReleaseId release, String process, String dossier, String idName) {
		this.engine = engine;
		this.release = release;
		this.process = process;
		this.dossier = dossier;
		this.idName = idName;
	}

	/** A case starts when the park opens its draft, a batch when it has been composed. */
	Course isStarted() {
		return isStartedWith(Map.of());
	}

	Course isStartedWith(Map<String, String> more) {
		var builder = this.engine.getRuntimeService()
			.createProcessInstanceByKey(this.process)
			.processDefinitionTenantId(this.release.toString())
			.businessKey(this.dossier)
			.setVariable(this.idName, this.dossier);
		more.forEach(builder::setVariable);
		this.instance = builder.execute();
		return this;
	}

	/** The same dossier in a diagram that this one has called. */
	Course stage(String called) {
		Course stage = new Course(this.engine, this.release, called, this.dossier, this.idName);
		stage.instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.superProcessInstanceId(this.instance.getId())
			.processDefinitionKey(called)
			.singleResult();
		assertThat(stage.instance).as("stage %s", called).isNotNull();
		assertThat(stage.instance.getBusinessKey()).isEqualTo(this.dossier);
		assertThat(stage.instance.getTenantId()).isEqualTo(this.release.toString());
		return stage;
	}

	/** Silence: the drawn timer fires at the end of its limit. */
	Course fires(String timerEvent) {
		Job timer = this.engine.getManagementService().createJobQuery().timers().activityId(timerEvent).singleResult();
		assertThat(timer).as("timer %s", timerEvent).isNotNull();
		assertThat(timer.getDuedate()).isEqualTo(ProcessTestEngine.NAMES.date(TimeoutJobs.dateOf(this.engine, timer)));
		this.engine.getManagementService().executeJob(timer.getId());
		finishJobs(this.engine);
		return this;
	}

	/** The result of a batch reaches the case, as the delivery sends it. */
	void receives(String batchResult) {
		this.engine.getRuntimeService()
			.createMessageCorrelation("Message_BatchResult")
			.tenantId(this.release.toString())
			.processInstanceBusinessKey(this.dossier)
			.setVariable("batchResult", batchResult)
			.correlate();
	}

	/** The engine carries on behind a transaction boundary. */
	void jobsRun() {
		finishJobs(this.engine);
	}

	boolean canBeWithdrawn() {
		return this.engine.getRuntimeService()
			.createEventSubscriptionQuery()
			.processInstanceId(this.instance.getId())
			.eventName("Message_Withdraw")
			.count() > 0;
	}

	void isWithdrawnByThePark() {
		isTold("Message_Withdraw");
	}

	void isClosedByTheOffice() {
		isTold("Message_CloseCase");
	}

	private void isTold(String message) {
		this.engine.getRuntimeService()
			.createMessageCorrelation(message)
			.tenantId(this.release.toString())
			.processInstanceBusinessKey(this.dossier)
			.correlate();
	}

	/**
	 * Tokens stand at these elements and nowhere else, but for joins that have not all
	 * their tokens.
	 */
	Course waitsAt(String... elements) {
		assertThat(this.engine.getRuntimeService().getActiveActivityIds(this.instance.getId()).stream().distinct())
			.filteredOn(element -> !element.startsWith("Gateway_"))
			.containsExactlyInAnyOrder(elements);
		return this;
	}

	/** It went through these elements, flows aside, in this order. */
	Course passed(String... elements) {
		that().hasPassedInOrder(elements);
		return this;
	}

	Course neverPassed(String... elements) {
		that().hasNotPassed(elements);
		return this;
	}

	/** It ended there, with that result, and nothing of it waits any more. */
	void endsAt(String endEvent, String result) {
		that().isEnded().hasPassed(endEvent);
		assertThat(ProcessTestEngine.FLOW.resultOf(this.instance.getId())).isEqualTo(result);
		assertThat(this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.dossier)
			.list()).isEmpty();
		assertThat(this.engine.getTaskService().createTaskQuery().list()).isEmpty();
		assertThat(this.engine.getManagementService().createJobQuery().list()).isEmpty();
	}

	private ProcessInstanceAssert that() {
		return BpmnAwareTests.assertThat(this.instance);
	}

	/**
	 * Runs what the diagrams do behind transaction boundaries; timers wait for the test.
	 */
	static void finishJobs(ProcessEngine engine) {
		for (List<Job> jobs = messages(engine); !jobs.isEmpty(); jobs = messages(engine)) {
			jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
		}
	}

	private static List<Job> messages(ProcessEngine engine) {
		return engine.getManagementService().createJobQuery().messages().list();
	}

}
