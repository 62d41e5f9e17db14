package cn.ecopark.process;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import cn.ecopark.process.pack.Effect;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The language diagrams are tested in: a dossier goes its course, actors do the tasks
 * that wait for them, limits end when the test says so.
 */
abstract class ProcessTest {

	private final ReleaseId release;

	private final ProcessEngine engine;

	private final String dossier = UUID.randomUUID().toString();

	/** In the first pack. */
	ProcessTest() {
		this(ShippedPacks.FIRST);
	}

	/**
	 * @param release of the pack whose diagrams are tested
	 */
	ProcessTest(ReleaseId release) {
		this.release = release;
		this.engine = ProcessTestEngine.of(release).buildProcessEngine();
	}

	@BeforeEach
	void forgetsEarlierTests() {
		BpmnAwareTests.init(this.engine);
		ProcessTestEngine.NAMES.forget();
		ProcessTestEngine.FLOW.forget();
	}

	@AfterEach
	void findsNoFlowWhoseLabelSaysOtherwiseAndLeavesNothingBehind() {
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.rootProcessInstances()
			.list()
			.stream()
			.map(ProcessInstance::getId)
			.forEach(id -> this.engine.getRuntimeService().deleteProcessInstance(id, "the test has ended"));
		BpmnAwareTests.reset();
		assertThat(ProcessTestEngine.FLOW.contradictions()).isEmpty();
	}

	/** A diagram of a case or of one of its stages. */
	final Course caseIn(String process) {
		return new Course(this.engine, this.release, process, this.dossier, "caseId");
	}

	/** A diagram of a batch. */
	final Course batchIn(String process) {
		return new Course(this.engine, this.release, process, this.dossier, "batchId");
	}

	/** A diagram of an objection. */
	final Course objectionIn(String process) {
		return new Course(this.engine, this.release, process, this.dossier, "objectionId");
	}

	final Actor park() {
		return new Actor(this.engine, "PARK", null);
	}

	final Actor office() {
		return new Actor(this.engine, "OFFICE", null);
	}

	final Actor ecology() {
		return new Actor(this.engine, "PROVINCE_ECOLOGY", null);
	}

	final Actor commerce() {
		return new Actor(this.engine, "PROVINCE_COMMERCE", null);
	}

	/** 科技, later 工信: the other department of the province that is asked. */
	final Actor otherAdviser() {
		return new Actor(this.engine,
				ProcessTestEngine.of(this.release)
					.shipped()
					.roles()
					.values()
					.stream()
					.filter(role -> role.advises() && !"PROVINCE_COMMERCE".equals(role.code()))
					.map(Role::code)
					.findFirst()
					.orElseThrow(),
				null);
	}

	final Actor technicalUnit() {
		return new Actor(this.engine, "TECHNICAL_UNIT", null);
	}

	final Actor panelLeader() {
		return new Actor(this.engine, "PANEL_LEADER", null);
	}

	final Actor orderer() {
		return new Actor(this.engine, "RECTIFICATION_ORDERER", null);
	}

	/** Whoever holds that role of the pack. */
	final Actor inRole(String role) {
		return new Actor(this.engine, role, null);
	}

	/** Each of these in that role of the pack. */
	final List<Actor> inRole(String role, List<String> parties) {
		return parties.stream().map(party -> new Actor(this.engine, role, party)).toList();
	}

	/** Each ministry of the decision. */
	final List<Actor> ministries() {
		return TestNames.MINISTRIES.stream().map(ministry -> new Actor(this.engine, "MINISTRY", ministry)).toList();
	}

	/** Each expert of the panel. */
	final List<Actor> experts() {
		return TestNames.EXPERTS.stream().map(expert -> new Actor(this.engine, "EXPERT", expert)).toList();
	}

	/** Each member of the panel but its leader. */
	final List<Actor> signers() {
		return TestNames.SIGNERS.stream().map(signer -> new Actor(this.engine, "PANEL_MEMBER", signer)).toList();
	}

	/** Each time the delegate is called it finds the next of these. */
	final void finds(String delegate, String... values) {
		ProcessTestEngine.NAMES.willFind(delegate, values);
	}

	/** The delegates the diagram has called, reminders and overdue notices aside. */
	final List<String> calls() {
		return ProcessTestEngine.NAMES.calls().stream().filter(name -> Effect.named(name).isPresent()).toList();
	}

}
