package cn.ecopark.race;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.PastSteps;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * Brings cases in the whole application to where commands meet. The token is set down
 * before the step that matters; what the commands look at is entered by commands.
 */
@TestConfiguration(proxyBeanMethods = false)
class RaceStage {

	static final String PACK = "2015-167";

	static final String KIND = "construction-approval";

	static final List<String> BODIES = List.of("MEE", "MOFCOM", "MOST");

	/** The day on which everything happens. */
	static final String DAY = "2018-03-01";

	private static final String CLOSED_NOTICE = """
			WITH closed AS (
			  INSERT INTO batch (id, kind, pack, release, title, state, result, composed_by, composed_at, closed_at, submission)
			  VALUES (:id, 'public-notice', :pack, :pack || '.1', '公示', 'CLOSED', 'PUBLISHED', :by, :at, :at, :id) RETURNING id
			), listed AS (
			  INSERT INTO batch_item (batch_id, case_id, position, state, left_at) SELECT id, :case, 1, 'DONE', :at FROM closed
			)
			INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state, published_at, closed_at)
			SELECT id, '公示', '', '[]', DATE '2018-02-01', DATE '2018-02-20', 'CLOSED', :at, :at FROM closed
			""";

	private static final String OBJECTION = """
			INSERT INTO objection (id, receipt_number, batch_id, case_id, channel, text, received_on, entered_at, submission, state)
			VALUES (:id, :id, :notice, :case, 'WEB', '废水偷排，请核实。', DATE '2018-02-10', :at, :id, 'OPEN')
			""";

	private final JdbcClient jdbc;

	private final Parks parks;

	private final OpenCase openCase;

	private final CaseFlow flow;

	private final WorkItems items;

	private final RuntimeService runtime;

	private final CaseTime time;

	private final TransactionTemplate transaction;

	RaceStage(JdbcClient jdbc, Parks parks, OpenCase openCase, CaseFlow flow, WorkItems items, RuntimeService runtime,
			CaseTime time, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.parks = parks;
		this.openCase = openCase;
		this.flow = flow;
		this.items = items;
		this.runtime = runtime;
		this.time = time;
		this.transaction = new TransactionTemplate(transactions);
	}

	void open() {
		CaseTimes.begin(this.jdbc, this.time, LocalDateTime.parse(DAY + "T10:00").atZone(CaseTime.ZONE).toInstant());
	}

	/** A case that was handed in, and the people of its park. */
	record Applied(EcoCase ecoCase, Actor staff, Actor colleague) {

		String id() {
			return this.ecoCase.id();
		}

	}

	/** A case at 审查材料完整性. */
	Applied atCheck() {
		return atPart("Task_CheckCompleteness");
	}

	/** A case about which the departments of the province are asked side by side. */
	Applied atOpinions() {
		Applied applied = applied();
		this.runtime.createProcessInstanceModification(part(applied.id(), "application"))
			.cancelAllForActivity("Task_SubmitApplication")
			.startBeforeActivity("Call_ProvincialReview")
			.execute();
		return applied;
	}

	/** A case at that step of the part that follows the application. */
	Applied atPart(String step) {
		Applied applied = atOpinions();
		this.runtime.createProcessInstanceModification(part(applied.id(), "provincial-review"))
			.startBeforeActivity(step)
			.cancelAllForActivity("Task_CommerceOpinion")
			.cancelAllForActivity("Task_ScienceOpinion")
			.execute();
		return applied;
	}

	/**
	 * A case that waits to be composed into a batch; what has to come before is on
	 * record.
	 */
	Applied atComposing() {
		Applied applied = applied();
		String instance = instance(applied.id());
		this.runtime.createProcessInstanceModification(instance)
			.cancelAllForActivity("Call_Application")
			.startBeforeActivity("Task_ComposeApprovalBatch")
			.execute();
		long task = this.items.openOf(applied.id()).get(0).id();
		this.transaction.executeWithoutResult(status -> new PastSteps(this.jdbc, this.time)
			.before("construction-approval", applied.ecoCase(), applied.staff().personId(), task));
		return applied;
	}

	/** The batch, just composed, stands before 协调 without a vote. */
	void coordinates(String batchId) {
		this.runtime.createProcessInstanceModification(instance(batchId))
			.cancelAllForActivity("Task_DraftNotice")
			.startBeforeActivity("Call_JointDecision")
			.execute();
		this.runtime.createProcessInstanceModification(part(batchId, "joint-decision"))
			.startBeforeActivity("Task_Coordinate")
			.cancelAllForActivity("Task_Countersign#multiInstanceBody")
			.execute();
	}

	/** The diagram of that name that the case or batch is in. */
	private String part(String dossier, String process) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(dossier, process)
			.singleResult()
			.getId();
	}

	/**
	 * Somebody has objected to the park, and the objection stands before that step.
	 * @return its id
	 */
	String objection(Applied applied, String step) {
		return Objects.requireNonNull(this.transaction.execute(status -> filed(applied, step)));
	}

	private String filed(Applied applied, String step) {
		String notice = UUID.randomUUID().toString();
		this.jdbc.sql(CLOSED_NOTICE)
			.param("id", notice)
			.param("pack", PACK)
			.param("by", applied.staff().personId())
			.param("case", applied.id())
			.param("at", this.time.now().atOffset(ZoneOffset.UTC))
			.update();
		String id = UUID.randomUUID().toString();
		this.jdbc.sql(OBJECTION)
			.param("id", id)
			.param("notice", notice)
			.param("case", applied.id())
			.param("at", this.time.now().atOffset(ZoneOffset.UTC))
			.update();
		this.runtime.createProcessInstanceByKey("objection")
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(id)
			.setVariables(Map.of("objectionId", id, "caseId", applied.id()))
			.startBeforeActivity(step)
			.execute();
		return id;
	}

	/**
	 * @return the batch the case waits in
	 */
	String batchOf(Applied applied) {
		return this.jdbc.sql("SELECT batch_id FROM batch_item WHERE case_id = :case AND state = 'IN'")
			.param("case", applied.id())
			.query(String.class)
			.single();
	}

	/**
	 * @return the one open task of that dossier, or the one of that body
	 */
	WorkItem task(String dossierId, @Nullable String unitId) {
		List<WorkItem> open = this.items.openOf(dossierId)
			.stream()
			.filter(item -> unitId == null || unitId.equals(item.holder().unitId()))
			.toList();
		if (open.size() != 1) {
			throw new AssertionError("Not one open task but " + open);
		}
		return open.get(0);
	}

	WorkItem task(String dossierId) {
		return task(dossierId, null);
	}

	/**
	 * @return ids of the case, its batches and objections, under which tasks and
	 * instances are kept
	 */
	List<String> dossiers(List<String> cases) {
		List<String> dossiers = new ArrayList<>(cases);
		dossiers.addAll(this.jdbc.sql("""
				SELECT batch_id FROM batch_item WHERE case_id IN (:cases)
				 UNION SELECT id FROM objection WHERE case_id IN (:cases)
				""").param("cases", cases).query(String.class).list());
		return dossiers;
	}

	Actor somebody(String unitId, UnitKind kind) {
		return Objects.requireNonNull(this.transaction.execute(status -> entered(unitId, kind, MemberRole.STAFF)));
	}

	/** Somebody who leads the unit. */
	Actor leader(String unitId, UnitKind kind) {
		return Objects.requireNonNull(this.transaction.execute(status -> entered(unitId, kind, MemberRole.SUPERVISOR)));
	}

	private Actor entered(String unitId, UnitKind kind, MemberRole role) {
		long id = this.jdbc.sql("""
				INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, '经办人', now()) RETURNING id
				""").param("sign", UUID.randomUUID().toString()).query(Long.class).single();
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, :unit, :role)")
			.param("id", id)
			.param("unit", unitId)
			.param("role", role.name())
			.update();
		return new Actor(id, "经办人", unitId, kind, null, Set.of(role));
	}

	private Applied applied() {
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		Actor staff = somebody(park.unitId(), ShippedKinds.PARK);
		EcoCase opened = this.openCase.open("creation", park.id(), staff);
		this.flow.submitted(opened.id());
		return new Applied(opened, staff, somebody(park.unitId(), ShippedKinds.PARK));
	}

	private String instance(String businessKey) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(businessKey)
			.rootProcessInstances()
			.singleResult()
			.getId();
	}

}
