package cn.ecopark.process;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.PastSteps;
import cn.ecopark.batch.Batch;
import cn.ecopark.batch.ComposeBatch;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.calendar.MoveCaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.form.FormValue.Chosen;
import cn.ecopark.form.FormValues;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.Prerequisite;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.PageToken;
import cn.ecopark.worklist.CompleteTask;
import cn.ecopark.worklist.Decision;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Decision.NoticeDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.Proposals;
import cn.ecopark.worklist.ProposeDecision;
import cn.ecopark.worklist.SignProposal;
import cn.ecopark.worklist.Statement;
import cn.ecopark.worklist.TaskRefusals.InvalidSubmission;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/**
 * Cases that stand where a joint decision begins, and those who take part in it: for
 * tests with the engine that are about something else.
 */
@SpringBootTest
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.audit.seal-every=1h", "ecopark.signing.without-seal=true", "ecopark.signing.without-signature=true",
		"spring.application.name=lawless-drawings" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DecisionScene {

	static final List<String> MINISTRIES = List.of("MEE", "MOFCOM", "MOST");

	@Autowired
	JdbcClient jdbc;

	@Autowired
	RuntimeService runtime;

	@Autowired
	CaseTime time;

	@Autowired
	MoveCaseTime clock;

	@Autowired
	WorkingDays workingDays;

	@Autowired
	Parks parks;

	@Autowired
	Cases cases;

	@Autowired
	OpenCase openCase;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	WorkItems items;

	@Autowired
	CompleteTask completeTask;

	@Autowired
	ProposeDecision proposeDecision;

	@Autowired
	SignProposal signProposal;

	@Autowired
	Proposals proposals;

	Actor office;

	@BeforeAll
	void itIs2018() {
		CaseTimes.begin(this.jdbc, this.time,
				LocalDateTime.parse("2018-06-04T09:00").atZone(CaseTime.ZONE).toInstant());
	}

	@BeforeEach
	void theOfficeIsSignedIn() {
		this.office = person("经办", "OFFICE", ShippedKinds.OFFICE);
		SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(this.office));
	}

	PastSteps past() {
		return new PastSteps(this.jdbc, this.time);
	}

	EcoCase waiting(String decision) {
		return waiting(decision, needed -> true);
	}

	/** A case that waits to be composed, with that on record which the test wants. */
	EcoCase waiting(String decision, Predicate<Prerequisite> wanted) {
		EcoCase ecoCase = opened(switch (decision) {
			case "construction-approval" -> "creation";
			case "recheck-result" -> "recheck";
			case "revocation-decision" -> "revocation";
			default -> "award";
		});
		waits(ecoCase, decision, switch (decision) {
			case "construction-approval" -> "Task_ComposeApprovalBatch";
			case "recheck-result" -> "Task_ComposeResultBatch";
			case "revocation-decision" -> "Task_ComposeDecisionBatch";
			case "naming" -> "Task_ComposeNamingBatch";
			default -> "Task_ComposeNoticeBatch";
		}, wanted);
		return this.cases.get(ecoCase.id());
	}

	/** The case waits at that task to be composed. */
	void waits(EcoCase ecoCase, String decision, String task, Predicate<Prerequisite> wanted) {
		var modification = this.runtime.createProcessInstanceModification(root(ecoCase));
		for (var there : this.runtime.getActivityInstance(root(ecoCase)).getChildActivityInstances()) {
			modification.cancelActivityInstance(there.getId());
		}
		modification.startBeforeActivity(task).execute();
		this.jdbc.sql("UPDATE eco_case SET status = 'OPEN' WHERE id = :id").param("id", ecoCase.id()).update();
		past().before(decision, ecoCase, this.office.personId(), task(ecoCase.id(), task, "OFFICE").id(), wanted);
	}

	/** The token stands in a stage of the case, at that task. */
	void inStage(EcoCase ecoCase, String stage, String element) {
		this.runtime.createProcessInstanceByKey(stage)
			.processDefinitionTenantId(ecoCase.release().toString())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.startBeforeActivity(element)
			.execute();
	}

	Batch composed(String decision, EcoCase... cases) {
		return this.composeBatch.compose(decision, java.util.Arrays.stream(cases).map(EcoCase::id).toList(), "一批（虚构）",
				this.office);
	}

	void drafts(Batch batch) {
		does(this.office, task(batch.id(), "Task_DraftNotice", "OFFICE"),
				new FormDecision(Statement.of("DRAFTED", "")
					.with(FormValues.NONE.with("title", "关于批准建设的通知")
						.with("requirements", "按规划建设（虚构）")
						.with("standard_COMPREHENSIVE", new Chosen("HJ 274-2015")))));
	}

	void draftsNotice(Batch batch) {
		does(this.office, task(batch.id(), "Task_DraftPublicNotice", "OFFICE"),
				new NoticeDecision(Statement.of("DRAFTED", "")
					.with(FormValues.NONE.with("title", "公示")
						.with("introduction", "拟命名下列园区（虚构）")
						.with("publicationDay", this.workingDays.plus(this.time.today(), 1))
						.with("phone", "010-5555 0118")
						.with("email", "gongshi@example.gov.cn")
						.with("address", "北京市")
						.with("postcode", "100000")
						.with("visitingHours", "工作日"))));
	}

	Batch confirmed(EcoCase ecoCase) {
		Batch batch = composed("public-notice", ecoCase);
		draftsNotice(batch);
		MINISTRIES.forEach(ministry -> votes(batch, ecoCase, "Task_Countersign", ministry, "AGREE"));
		carryOn();
		return batch;
	}

	void votes(Batch batch, EcoCase ecoCase, String task, String ministry, String choice) {
		votes(batch, task, ministry, choice, ecoCase);
	}

	void votes(Batch batch, String task, String ministry, String choice, EcoCase... cases) {
		does(person("部员", ministry, ShippedKinds.MINISTRY), task(batch.id(), task, ministry), ballot(choice, cases));
	}

	static BallotDecision ballot(EcoCase ecoCase, String choice) {
		return ballot(choice, ecoCase);
	}

	static BallotDecision ballot(String choice, EcoCase... cases) {
		Map<String, Vote> votes = new HashMap<>();
		for (EcoCase each : cases) {
			votes.put(each.id(), new Vote(choice, "AGREE".equals(choice) ? "" : "理由（虚构）"));
		}
		return new BallotDecision(Statement.of("VOTED", "意见（虚构）"), votes);
	}

	void issues(Batch batch) {
		does(this.office, task(batch.id(), "Task_Issue", "OFFICE"),
				new FormDecision(Statement.of("ISSUED", "")
					.with(FormValues.NONE
						.with("documentNumber", "环科财〔2018〕" + (1 + batch.id().hashCode() & 0xffff) + "号")
						.with("issuedOn", this.time.today()))));
	}

	/**
	 * Where several have to sign, somebody who leads the unit signs what the actor
	 * proposes.
	 */
	void does(Actor actor, WorkItem item, Decision decision) {
		try {
			if (item.description().isSignedBySeveral()) {
				Actor leader = person("负责人", actor.unitId(), actor.unitKind(), MemberRole.SUPERVISOR);
				proposes(actor, item, decision);
				signs(leader, item);
				return;
			}
			this.completeTask.complete(item, PageToken.of(UUID.randomUUID().toString(), Map.of()), decision, actor);
		}
		catch (InvalidSubmission invalid) {
			throw new AssertionError("The test itself is wrong: " + invalid.errors(), invalid);
		}
	}

	void proposes(Actor actor, WorkItem item, Decision decision) {
		this.proposeDecision.propose(item, PageToken.of(UUID.randomUUID().toString(), Map.of()), entered(decision),
				decision, actor);
	}

	void signs(Actor actor, WorkItem item) {
		this.signProposal.sign(item.id(), this.proposals.newest(item.id()).orElseThrow().id(),
				PageToken.of(UUID.randomUUID().toString(), Map.of()), actor);
	}

	/** A ballot as it is entered on its page. */
	static Map<String, List<String>> entered(Decision decision) {
		Map<String, List<String>> fields = new HashMap<>();
		fields.put("outcome", List.of(decision.outcome()));
		fields.put("opinion", List.of(decision.statement().opinion()));
		((BallotDecision) decision).votes().forEach((ecoCase, vote) -> {
			fields.put("choice." + ecoCase, List.of(vote.choice()));
			fields.put("reason." + ecoCase, List.of(vote.reason()));
		});
		return fields;
	}

	/** Lets happen what falls due at once. */
	void carryOn() {
		this.clock.to(this.time.now().plusSeconds(2));
	}

	WorkItem task(String dossierId, String taskKey, String unitId) {
		long id = this.jdbc
			.sql("""
					SELECT id FROM work_item
					 WHERE dossier_id = :dossier AND task_key = :task AND unit_id = :unit AND state = 'OPEN' ORDER BY id LIMIT 1
					""")
			.param("dossier", dossierId)
			.param("task", taskKey)
			.param("unit", unitId)
			.query(Long.class)
			.single();
		return this.items.find(id).orElseThrow();
	}

	EcoCase opened(String kind) {
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		LocalDate before = LocalDate.parse("2016-01-04");
		if (!kind.equals("creation")) {
			this.parks.recordApproval(park.id(), ShippedPacks.FIRST, before, number(), "HJ 274-2015");
		}
		if (kind.equals("recheck") || kind.equals("revocation")) {
			this.parks.recordNaming(park.id(), ShippedPacks.FIRST, before, number(), "国家生态工业示范园区", 1);
		}
		return switch (kind) {
			case "recheck" -> this.openCase.open(kind, park.id(), this.office);
			case "revocation" -> this.openCase.open(kind, park.id(), "复评仍不合格", this.office);
			default -> this.openCase.open(kind, park.id(), person("园区经办", park.unitId(), ShippedKinds.PARK));
		};
	}

	static String number() {
		return "试〔2016〕" + UUID.randomUUID() + "号";
	}

	String root(EcoCase ecoCase) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(ecoCase.id())
			.rootProcessInstances()
			.singleResult()
			.getId();
	}

	Actor parkStaff(EcoCase ecoCase) {
		return person("园区经办", ecoCase.park().unitId(), ShippedKinds.PARK);
	}

	Actor person(String name, String unitId, UnitKind kind) {
		return person(name, unitId, kind, MemberRole.STAFF);
	}

	Actor person(String name, String unitId, UnitKind kind, MemberRole role) {
		long id = this.jdbc.sql(
				"INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, :name, now()) RETURNING id")
			.param("sign", UUID.randomUUID().toString())
			.param("name", name)
			.query(Long.class)
			.single();
		this.jdbc.sql("INSERT INTO membership (person_id, unit_id, role) VALUES (:id, :unit, :role)")
			.param("id", id)
			.param("unit", unitId)
			.param("role", role.name())
			.update();
		return new Actor(id, name, unitId, kind, null, Set.of(role));
	}

	static FormDecision ready() {
		return new FormDecision(Statement.of("READY", "可以论证").with(yesToAll()));
	}

	/** Good for every form that these tests fill in. */
	static FormValues yesToAll() {
		FormValues values = FormValues.NONE.with("keyIssues", "无（虚构）");
		for (String asked : List.of("documentsComplete", "opinionsComplete", "planFollowsGuide", "archivesComplete",
				"materialAmple", "dataCredible", "planDone", "conditionsMet", "boundaryClear", "indicatorsFeasible")) {
			values = values.with(asked, new Chosen("yes"));
		}
		return values;
	}

}
