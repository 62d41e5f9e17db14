package cn.ecopark.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseClosed;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseNumbered;
import cn.ecopark.casefile.CaseOpened;
import cn.ecopark.casefile.CaseSubmitted;
import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.HolderNames;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.StageEntered;
import cn.ecopark.casefile.StepEnd;
import cn.ecopark.casefile.StepRun;
import cn.ecopark.casefile.StepRuns;
import cn.ecopark.casefile.Timeline;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.expert.Panels;
import cn.ecopark.officialdocument.ApprovalSheet;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.TaskEnded;
import cn.ecopark.worklist.TaskOpened;
import cn.ecopark.worklist.WorkPanel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * However a step ends, the record says so: in the application as a whole, with its engine
 * and the shipped diagrams. Each boundary timer of each diagram of the pack is reached at
 * the task it is drawn at, so that one drawn tomorrow is tested as well.
 */
@SpringBootTest
@AutoConfigureMockMvc
@RecordApplicationEvents
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.audit.seal-every=1h", "ecopark.signing.without-seal=true", "ecopark.signing.without-signature=true" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepEndsTest {

	private static final String PACK = "2015-167";

	/** A modeller may draw both. */
	private static final String BOTH_LIMITS = """
			<?xml version="1.0" encoding="UTF-8"?>
			<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
			    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
			    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D" targetNamespace="test">
			  <bpmn:process id="both-limits" isExecutable="true">
			    <bpmn:startEvent id="Start"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
			    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Task_Opinion" />
			    <bpmn:userTask id="Task_Opinion" name="提意见" camunda:candidateGroups="PROVINCE_COMMERCE"
			        camunda:dueDate="${due_provincialOpinion}">
			      <bpmn:extensionElements>
			        <camunda:properties><camunda:property name="limit" value="provincialOpinion" /></camunda:properties>
			        <camunda:taskListener id="Overdue" event="timeout" delegateExpression="${notifyOverdue}">
			          <bpmn:timerEventDefinition>
			            <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${due_provincialOpinion}</bpmn:timeDate>
			          </bpmn:timerEventDefinition>
			        </camunda:taskListener>
			      </bpmn:extensionElements>
			      <bpmn:incoming>F1</bpmn:incoming>
			    </bpmn:userTask>
			    <bpmn:boundaryEvent id="Event_Silent" name="未反馈" attachedToRef="Task_Opinion">
			      <bpmn:outgoing>F2</bpmn:outgoing>
			      <bpmn:timerEventDefinition id="T">
			        <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${due_provincialOpinion}</bpmn:timeDate>
			      </bpmn:timerEventDefinition>
			    </bpmn:boundaryEvent>
			    <bpmn:sequenceFlow id="F2" sourceRef="Event_Silent" targetRef="End" />
			    <bpmn:endEvent id="End"><bpmn:incoming>F2</bpmn:incoming></bpmn:endEvent>
			  </bpmn:process>
			</bpmn:definitions>
			""";

	private static final Path DIAGRAMS = Path.of("bpmn", PACK);

	@Autowired
	private List<WorkPanel<?>> workPanels;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private ManagementService management;

	@Autowired
	private CaseTime time;

	@Autowired
	private MoveCaseTime clock;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private RulePacks packs;

	@Autowired
	private Parks parks;

	@Autowired
	private OpenCase openCase;

	@Autowired
	private WithdrawCase withdrawCase;

	@Autowired
	private CloseCase closeCase;

	@Autowired
	private Panels panels;

	@Autowired
	private StepRuns runs;

	@Autowired
	private Timeline timeline;

	@Autowired
	private Audit audit;

	@Autowired
	private HolderNames names;

	@Autowired
	private CaseFlow flow;

	@Autowired
	private ApprovalSheet sheet;

	@Autowired
	private MockMvc mvc;

	private final Map<String, Silence> silences = new LinkedHashMap<>();

	/** A boundary timer, and the dossier in which it has fired. */
	private record Silence(Drawn drawn, EcoCase ecoCase, String dossier, Subject chain, boolean ofBatch) {
	}

	/** A timer as it is drawn at a task. */
	private record Drawn(String process, String task, String event, String eventName, @Nullable String collection) {

		String key() {
			return this.process + " " + this.event;
		}

	}

	/** All limits of the pack pass while nobody does anything. */
	@BeforeAll
	void nobodyAnswers() {
		CaseTimes.begin(this.jdbc, this.time,
				LocalDateTime.parse("2018-01-02T09:00").atZone(CaseTime.ZONE).toInstant());
		drawn().forEach(drawn -> this.silences.put(drawn.key(), reached(drawn)));
		cn.ecopark.organisation.Actor mover = person("移钟人", "OFFICE", ShippedKinds.OFFICE);
		SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(mover));
		this.clock.to(this.time.now().plus(Duration.ofDays(400)));
	}

	@AfterEach
	void nobodyIsSignedInAnyMore() {
		SecurityContextHolder.clearContext();
	}

	static Stream<String> boundaryTimers() {
		return drawn().stream().map(Drawn::key);
	}

	/** The wall for diagrams knows the same panels by name. */
	@Test
	void takesSilenceForNoVote() {
		assertThat(this.workPanels).filteredOn(WorkPanel::isVote)
			.extracting(WorkPanel::name)
			.containsExactlyInAnyOrder("ballot", "vote", "conclusion", "signature");
	}

	@ParameterizedTest
	@MethodSource("boundaryTimers")
	void namesWhoStayedSilentInTheStepRuns(String timer) {
		Silence silence = this.silences.get(timer);

		assertThat(runsOf(silence)).isNotEmpty().allSatisfy(run -> {
			assertThat(run.endedAs()).isEqualTo(StepEnd.LAPSED);
			assertThat(run.endedBy()).isEqualTo(silence.drawn().eventName());
			assertThat(run.dueOn()).isNotNull();
			assertThat(run.left()).isAfterOrEqualTo(WorkingDays.endOf(run.dueOn()));
			assertThat(run.workingDays())
				.isEqualTo(this.workingDays.between(LocalDate.ofInstant(run.entered(), CaseTime.ZONE), run.dueOn()));
			assertThat(run.step().release()).isEqualTo(ShippedPacks.FIRST);
			assertThat(run.outcome()).isNull();
			assertThat(run.unitId() == null).isNotEqualTo(run.personId() == null);
		});
	}

	@ParameterizedTest
	@MethodSource("boundaryTimers")
	void namesWhoStayedSilentOnTheWorkList(String timer) {
		Silence silence = this.silences.get(timer);

		assertThat(this.jdbc.sql("""
				SELECT state || ' ' || ended_as || ' ' || ended_by || ' ' || overdue FROM work_item
				 WHERE dossier_id = :dossier AND task_key = :task
				""")
			.param("dossier", silence.dossier())
			.param("task", silence.drawn().task())
			.query(String.class)
			.list()).hasSameSizeAs(runsOf(silence))
			.containsOnly("CANCELLED LAPSED " + silence.drawn().eventName() + " true");
	}

	@ParameterizedTest
	@MethodSource("boundaryTimers")
	void namesWhoStayedSilentInTheAuditOnceAndTheSystemAsItsAuthor(String timer) {
		Silence silence = this.silences.get(timer);
		List<AuditEntry> lapsed = entries(silence, "task.lapsed");

		assertThat(lapsed).hasSameSizeAs(runsOf(silence)).allSatisfy(entry -> {
			assertThat(entry.who().personId()).isZero();
			assertThat(entry.who().name()).isEmpty();
			assertThat(entry.details()).contains(silence.drawn().event(), silence.drawn().eventName(), "dueOn", "limit",
					"since");
		});
		assertThat(lapsed.stream().map(AuditEntry::details).collect(Collectors.joining())).contains(holders(silence));
		assertThat(entries(silence, "task.overdue")).noneMatch(entry -> isOfTheTask(entry, silence));
		assertThat(entries(silence, "task.reminded")).filteredOn(entry -> isOfTheTask(entry, silence))
			.hasSameSizeAs(lapsed)
			.allMatch(entry -> entry.who().personId() == 0);
	}

	@ParameterizedTest
	@MethodSource("boundaryTimers")
	void namesWhoStayedSilentInTheTimelineOnceAndToNoParkButItsOwn(String timer) {
		Silence silence = this.silences.get(timer);
		List<Timeline.Entry> lapsed = told(silence, Audience.values());

		assertThat(lapsed).extracting(entry -> entry.arguments().get(0))
			.containsExactlyInAnyOrderElementsOf(holders(silence));
		assertThat(lapsed).allSatisfy(entry -> {
			assertThat(entry.arguments()).contains(silence.drawn().eventName());
			assertThat(entry.personName()).isNull();
		});
		boolean own = holders(silence).equals(List.of(silence.ecoCase().park().name()));
		assertThat(told(silence, Audience.PARK, Audience.PUBLIC)).hasSize(own ? 1 : 0);
	}

	/** Whichever of the two timers the engine takes first. */
	@ParameterizedTest
	@ValueSource(strings = { "timer-task-listener", "timer-transition" })
	void tellsOfASilenceOnceWhereItsDateIsAlsoOneOfAnOverdueNotice(String first) {
		this.repository.createDeployment()
			.tenantId(ShippedPacks.FIRST.toString())
			.addString("both-limits.bpmn", BOTH_LIMITS)
			.enableDuplicateFiltering(true)
			.deploy();
		EcoCase ecoCase = opened();
		String instance = this.runtime.createProcessInstanceByKey("both-limits")
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.execute()
			.getId();
		List<Job> timers = this.management.createJobQuery().processInstanceId(instance).list();
		assertThat(timers).hasSize(2).extracting(Job::getDuedate).containsOnly(timers.get(0).getDuedate());
		this.time.moveTo(timers.get(0).getDuedate().toInstant().plusSeconds(1));

		timers.stream()
			.sorted(Comparator.comparing(timer -> !first.equals(((JobEntity) timer).getJobHandlerType())))
			.filter(timer -> this.management.createJobQuery().jobId(timer.getId()).count() > 0)
			.forEach(timer -> this.management.executeJob(timer.getId()));

		assertThat(entries(ecoCase, "task.lapsed")).hasSize(1);
		assertThat(entries(ecoCase, "task.overdue")).isEmpty();
		assertThat(this.timeline.of(ecoCase.id(), List.of(Audience.values()))).extracting(Timeline.Entry::message)
			.containsOnlyOnce("worklist.timeline.lapsed")
			.doesNotContain("casefile.timeline.overdue");
		assertThat(this.jdbc.sql("SELECT overdue FROM work_item WHERE case_id = :case AND process_key = 'both-limits'")
			.param("case", ecoCase.id())
			.query(Boolean.class)
			.single()).isTrue();
	}

	/** Where silence has no effect the step is overdue, and goes on waiting. */
	@Test
	void tellsOnceThatATaskIsOverdueWhoseSilenceHasNoEffect() {
		Silence silence = this.silences.get("provincial-review Event_CorrectionOverdue");

		assertThat(entries(silence, "task.overdue")).hasSize(1).allMatch(entry -> entry.who().personId() == 0);
		assertThat(this.timeline.of(silence.dossier(), List.of(Audience.AUTHORITIES)))
			.extracting(Timeline.Entry::message)
			.containsOnlyOnce("casefile.timeline.overdue");
	}

	@Test
	void tellsOtherModulesInTheOrderItHappens(@Autowired ApplicationEvents events) {
		EcoCase ecoCase = opened();
		this.flow.submitted(ecoCase.id());
		this.flow.assignNumber(ecoCase.id());
		this.withdrawCase.withdraw(ecoCase.id(), new Reason("改日再报"), this.parkStaff(ecoCase));

		assertThat(events.stream(Object.class)
			.map(Object::getClass)
			.filter(type -> type.getName().startsWith("cn.ecopark"))).containsSubsequence(CaseOpened.class,
					StageEntered.class, TaskOpened.class, CaseSubmitted.class, CaseNumbered.class, TaskEnded.class,
					CaseClosed.class);
		assertThat(events.stream(TaskEnded.class)).hasSize(1)
			.allMatch(ended -> ended.end().as() == StepEnd.INTERRUPTED);
	}

	@Test
	void tellsWhatAWithdrawalHasInterrupted() {
		EcoCase ecoCase = opened();

		this.withdrawCase.withdraw(ecoCase.id(), new Reason("改日再报"), this.parkStaff(ecoCase));

		assertInterrupted(ecoCase, "园区撤回");
	}

	@Test
	void tellsWhatTheOfficeHasInterruptedByClosing() {
		EcoCase ecoCase = opened();
		this.jdbc.sql("UPDATE eco_case SET status = 'OPEN' WHERE id = :id").param("id", ecoCase.id()).update();

		this.closeCase.close(ecoCase.id(), new Reason("园区已撤销"), person("经办", "OFFICE", ShippedKinds.OFFICE));

		assertInterrupted(ecoCase, "办公室终止案件");
	}

	@Test
	void tellsWhatWasCancelledWithItsDiagram() {
		EcoCase ecoCase = opened();
		String instance = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(ecoCase.id())
			.rootProcessInstances()
			.singleResult()
			.getId();

		this.runtime.deleteProcessInstance(instance, "tidied up");

		StepRun run = single(this.runs.of(ecoCase.id()));
		assertThat(run.endedAs()).isEqualTo(StepEnd.CANCELLED);
		assertThat(run.endedBy()).isNull();
		assertThat(single(entries(ecoCase, "task.cancelled")).details()).contains("tidied up");
		assertThat(this.timeline.of(ecoCase.id(), List.of(Audience.PARK))).extracting(Timeline.Entry::message)
			.contains("worklist.timeline.cancelled");
	}

	/** A result that belongs to nobody any more cannot be delivered. */
	@Test
	void tellsWhichStepTheSystemHasGivenUp() {
		EcoCase ecoCase = opened();
		String batch = batchOf(ecoCase, "naming");
		this.runtime.createProcessInstanceByKey("batch-result")
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(batch + ":" + ecoCase.id())
			.setVariable("batchId", batch)
			.setVariable("caseId", ecoCase.id())
			.setVariable("batchResult", 1)
			.execute();

		for (int attempt = 1; attempt <= 6; attempt++) {
			this.clock.to(this.time.now().plus(Duration.ofHours(2)));
		}

		StepRun failed = single(this.runs.of(batch));
		assertThat(failed.endedAs()).isEqualTo(StepEnd.FAILED);
		assertThat(failed.about().caseId()).isEqualTo(ecoCase.id());
		assertThat(this.audit.entries(Subject.ofBatch(batch), Long.MAX_VALUE, 100))
			.filteredOn(entry -> "step.failed".equals(entry.action()))
			.hasSize(1);
		assertThat(this.timeline.of(ecoCase.id(), List.of(Audience.AUTHORITIES))).extracting(Timeline.Entry::message)
			.containsOnlyOnce("worklist.timeline.failed");
	}

	@Test
	void showsTheAuthoritiesWhoStayedSilentAndTheParkNobodyButItself() throws Exception {
		Silence silence = this.silences.get("provincial-review Event_CommerceSilent");
		this.flow.submitted(silence.dossier());
		cn.ecopark.organisation.Actor office = person("经办", "OFFICE", ShippedKinds.OFFICE);
		String day = String.valueOf(runsOf(silence).get(0).dueOn());

		assertThat(page(silence, office)).contains("江苏省商务厅未在时限（" + day + "）内完成“商务部门提出初审意见”，按“未反馈”处理",
				"未在时限（" + day + "）内办理，按“未反馈”处理");
		assertThat(page(silence, parkStaff(silence.ecoCase()))).contains("商务部门提出初审意见")
			.doesNotContain("江苏省商务厅未在时限", "按“未反馈”处理");
		assertThat(new String(this.sheet.of(silence.dossier(), office), StandardCharsets.ISO_8859_1))
			.startsWith("%PDF");
	}

	/** What should have been done a year ago is not to come. */
	@Test
	void doesNotAnnounceAsToComeWhatHasPassed() throws Exception {
		Silence silence = this.silences.get("provincial-review Event_CorrectionOverdue");
		this.flow.submitted(silence.dossier());
		assertThat(this.jdbc.sql("SELECT count(*) FROM work_item WHERE case_id = :case AND state = 'OPEN' AND overdue")
			.param("case", silence.dossier())
			.query(Integer.class)
			.single()).isPositive();

		assertThat(page(silence, person("经办", "OFFICE", ShippedKinds.OFFICE))).contains("前办结", "逾期")
			.doesNotContain("尚未发生");
	}

	private String page(Silence silence, cn.ecopark.organisation.Actor reader) throws Exception {
		return this.mvc
			.perform(get("/cases/{id}", silence.dossier()).with(authentication(new ActorAuthentication(reader))))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8)
			.replaceAll("&ldquo;", "“")
			.replaceAll("&rdquo;", "”");
	}

	private void assertInterrupted(EcoCase ecoCase, String event) {
		StepRun run = single(this.runs.of(ecoCase.id()));
		assertThat(run.endedAs()).isEqualTo(StepEnd.INTERRUPTED);
		assertThat(run.endedBy()).isEqualTo(event);
		assertThat(single(entries(ecoCase, "task.interrupted")).details()).contains(event, ecoCase.park().name());
		assertThat(this.timeline.of(ecoCase.id(), List.of(Audience.PARK)))
			.filteredOn(entry -> "worklist.timeline.interrupted".equals(entry.message()))
			.extracting(Timeline.Entry::arguments)
			.containsExactly(List.of(ecoCase.park().name(), run.step().name(), event, ""));
		assertThat(this.jdbc.sql("SELECT ended_as || ' ' || ended_by FROM work_item WHERE case_id = :case")
			.param("case", ecoCase.id())
			.query(String.class)
			.list()).containsExactly("INTERRUPTED " + event);
	}

	private static List<Drawn> drawn() {
		List<Drawn> drawn = new ArrayList<>();
		try (DirectoryStream<Path> files = Files.newDirectoryStream(DIAGRAMS, "*.bpmn")) {
			for (Path file : files) {
				BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
				String process = file.getFileName().toString().replace(".bpmn", "");
				model.getModelElementsByType(BoundaryEvent.class)
					.stream()
					.filter(event -> event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition)
					.filter(event -> event.getAttachedTo() instanceof UserTask)
					.map(event -> new Drawn(process, event.getAttachedTo().getId(), event.getId(), event.getName(),
							collection((UserTask) event.getAttachedTo())))
					.forEach(drawn::add);
			}
		}
		catch (IOException unreadable) {
			throw new java.io.UncheckedIOException(unreadable);
		}
		assertThat(drawn).extracting(Drawn::process)
			.contains("provincial-review", "joint-decision")
			.hasSizeGreaterThan(10);
		return drawn;
	}

	private static @Nullable String collection(UserTask task) {
		return task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
				? several.getCamundaCollection() : null;
	}

	/** The token stands at the task the timer is drawn at. */
	private Silence reached(Drawn drawn) {
		EcoCase ecoCase = opened();
		boolean ofBatch = drawn.process().equals("joint-decision")
				|| this.packs.get(ShippedPacks.FIRST).procedures().get(drawn.process()).kind() == Procedure.Kind.BATCH;
		if (drawn.collection() != null && drawn.collection().contains("PANEL")) {
			formPanel(ecoCase, drawn);
		}
		String dossier = ofBatch
				? batchOf(ecoCase, "joint-decision".equals(drawn.process()) ? "naming" : drawn.process())
				: ecoCase.id();
		this.runtime.createProcessInstanceByKey(drawn.process())
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(dossier)
			.setVariable(ofBatch ? "batchId" : "caseId", dossier)
			.startBeforeActivity(
					drawn.task() + (drawn.collection() == null ? "" : BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX))
			.execute();
		return new Silence(drawn, ecoCase, dossier, ofBatch ? Subject.ofBatch(dossier) : Subject.ofCase(dossier),
				ofBatch);
	}

	private void formPanel(EcoCase ecoCase, Drawn drawn) {
		List<Long> experts = Stream.of("甲专家", "乙专家", "丙专家").map(name -> person(name, "EXPERTS")).toList();
		this.panels.form(ecoCase.id(), drawn.process(), new TreeSet<>(experts), experts.get(0));
		if (!String.valueOf(drawn.collection()).contains("INVITEES")) {
			experts.forEach(expert -> this.panels.answer(ecoCase.id(), drawn.process(), expert, true));
		}
		if (String.valueOf(drawn.collection()).contains("SIGNERS")) {
			concludes(ecoCase, experts.get(0));
		}
	}

	/** The leader has drawn up an opinion for the others to sign. */
	private void concludes(EcoCase ecoCase, long leader) {
		this.jdbc
			.sql("""
					WITH said AS (INSERT INTO opinion (dossier_id, case_id, work_item_id, stage, task_key, step, role, person_id,
					                                   person_name, unit_id, unit_name, outcome, text, audience, at, form_data)
					              SELECT w.case_id, w.case_id, w.id, '', '', '', '', :leader, '', 'EXPERTS', '', 'PASS', '',
					                     'AUTHORITIES', w.created_at, '{}'
					                FROM work_item w WHERE w.case_id = :case ORDER BY w.id LIMIT 1
					              RETURNING id, work_item_id)
					INSERT INTO panel_conclusion (panel_id, round, person_id, outcome, opinion_id, work_item_id)
					SELECT p.id, p.round, :leader, 'PASS', said.id, said.work_item_id FROM panel p, said WHERE p.case_id = :case
					""")
			.param("leader", leader)
			.param("case", ecoCase.id())
			.update();
	}

	/** A case whose park has not handed in yet. */
	private EcoCase opened() {
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		return this.openCase.open("creation", park.id(), person("园区经办", park.unitId(), ShippedKinds.PARK));
	}

	private cn.ecopark.organisation.Actor parkStaff(EcoCase ecoCase) {
		return person("园区经办", ecoCase.park().unitId(), ShippedKinds.PARK);
	}

	private String batchOf(EcoCase ecoCase, String kind) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES (:id, :kind, :pack, :pack || '.1', '批次', 'OPEN', :by, :at, :id)
				""")
			.param("id", id)
			.param("kind", kind)
			.param("pack", PACK)
			.param("by", person("编批", "OFFICE"))
			.param("at", this.time.now().atOffset(java.time.ZoneOffset.UTC))
			.update();
		this.jdbc.sql("INSERT INTO batch_item (batch_id, case_id, position, state) VALUES (:id, :case, 1, 'IN')")
			.param("id", id)
			.param("case", ecoCase.id())
			.update();
		return id;
	}

	private cn.ecopark.organisation.Actor person(String name, String unitId, UnitKind kind) {
		return new cn.ecopark.organisation.Actor(person(name, unitId), name, unitId, kind, null,
				Set.of(MemberRole.STAFF));
	}

	private long person(String name, String unitId) {
		long id = this.jdbc.sql(
				"INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, :name, now()) RETURNING id")
			.param("sign", UUID.randomUUID().toString())
			.param("name", name)
			.query(Long.class)
			.single();
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, :unit, 'STAFF')")
			.param("id", id)
			.param("unit", unitId)
			.update();
		return id;
	}

	private List<StepRun> runsOf(Silence silence) {
		return this.runs.of(silence.dossier())
			.stream()
			.filter(run -> run.step().key().equals(silence.drawn().task()))
			.filter(run -> run.step().process().equals(silence.drawn().process()))
			.toList();
	}

	private List<String> holders(Silence silence) {
		return runsOf(silence).stream()
			.map(run -> this.names.nameAt(run.unitId(), run.personId(), run.entered()))
			.toList();
	}

	private List<AuditEntry> entries(Silence silence, String action) {
		return this.audit.entries(silence.chain(), Long.MAX_VALUE, 1000)
			.stream()
			.filter(entry -> entry.action().equals(action))
			.toList();
	}

	private List<AuditEntry> entries(EcoCase ecoCase, String action) {
		return this.audit.entries(Subject.ofCase(ecoCase.id()), Long.MAX_VALUE, 1000)
			.stream()
			.filter(entry -> entry.action().equals(action))
			.toList();
	}

	private boolean isOfTheTask(AuditEntry entry, Silence silence) {
		return this.jdbc.sql("SELECT id FROM work_item WHERE dossier_id = :dossier AND task_key = :task")
			.param("dossier", silence.dossier())
			.param("task", silence.drawn().task())
			.query(Long.class)
			.list()
			.stream()
			.anyMatch(id -> entry.details().contains("\"item\":" + id + ",")
					|| entry.details().contains("\"item\":" + id + "}"));
	}

	private List<Timeline.Entry> told(Silence silence, Audience... audiences) {
		String message = (silence.ofBatch() ? "batch" : "worklist") + ".timeline.lapsed";
		return this.timeline.of(silence.ecoCase().id(), List.of(audiences))
			.stream()
			.filter(entry -> entry.message().equals(message))
			.filter(entry -> entry.arguments().contains(silence.drawn().eventName()))
			.toList();
	}

	private static <T> T single(List<T> all) {
		assertThat(all).hasSize(1);
		return all.get(0);
	}

}
