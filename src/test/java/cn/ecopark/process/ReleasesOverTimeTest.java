package cn.ecopark.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;

import cn.ecopark.batch.Batch;
import cn.ecopark.casefile.CaseRefusals.BegunByOthers;
import cn.ecopark.casefile.CaseRefusals.NotWithdrawable;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.form.FormValue.Chosen;
import cn.ecopark.form.FormValues;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.Statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What runs goes on under the release it began with, what begins takes the new one. */
@TestPropertySource(properties = "spring.application.name=releases-over-time")
class ReleasesOverTimeTest extends DecisionScene {

	private static final String RENAMED = "起草批准建设的联合通知";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private RulePacks packs;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private WithdrawCase withdraw;

	@Test
	void aCaseKeepsItsDiagramsFormsAndLimits() {
		ReleaseId before = this.packs.current("2015-167").release();
		EcoCase old = opened("creation");
		ReleaseId later = new TestReleases(this.context).release("2015-167",
				Map.of("application.bpmn", model("application").replace("提交申报", "提交申报（新）"), "provincial-review.bpmn",
						model("provincial-review").replaceAll("(省级商务|省级科技) 15", "$1 16")),
				Map.of("limits.yaml", data("limits.yaml").replaceFirst("days: 15", "days: 16")));
		EcoCase young = opened("creation");

		assertThat(old.release()).isEqualTo(before);
		assertThat(young.release()).isEqualTo(later);
		assertThat(tenantOf(old)).isEqualTo(old.release().toString());
		assertThat(tenantOf(young)).isEqualTo(later.toString());
		assertThat(this.packs.get(old.release()).limit("provincialOpinion").days()).isEqualTo(15);
		assertThat(this.packs.get(later).limit("provincialOpinion").days()).isEqualTo(16);
		assertThat(this.cases.get(old.id()).release()).isEqualTo(old.release());
	}

	@Test
	void aCaseIsOfTheKindThatItsOwnReleaseDescribes() {
		EcoCase old = opened("creation");
		TestReleases releases = new TestReleases(this.context);
		ReleaseId later = releases.release("2015-167", Map.of(),
				Map.of("pack.yaml",
						data("pack.yaml")
							.replace("    numberMark: 创\n    begunBy: PARK\n",
									"    numberMark: 建\n    numberedAtOnce: true\n    begunBy: OFFICE\n")
							.replaceFirst("    parties: .*, TECHNICAL_UNIT]", "    parties: [PARK]"),
						"roles.yaml", data("roles.yaml").replaceFirst("(?m)^  - \\{ process: creation, .*$", "")));
		Park park = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		Actor staff = person("园区经办", park.unitId(), ShippedKinds.PARK);
		assertThatThrownBy(() -> this.openCase.open("creation", park.id(), staff)).isInstanceOf(BegunByOthers.class);
		EcoCase young = this.openCase.open("creation", park.id(), this.office);
		releases.withdraw(later);

		assertThat(young.release()).isEqualTo(later);
		assertThat(young.status()).isEqualTo(CaseStatus.OPEN);
		assertThat(young.number()).contains("-建-");
		assertThat(roles(young)).containsExactly("PARK");
		assertThatThrownBy(() -> this.withdraw.withdraw(young.id(), Reason.of("改变计划"), staff))
			.isInstanceOf(NotWithdrawable.class);

		assertThat(old.status()).isEqualTo(CaseStatus.DRAFT);
		assertThat(roles(old)).contains("PROVINCE_ECOLOGY", "TECHNICAL_UNIT");
		this.withdraw.withdraw(old.id(), Reason.of("改变计划"), parkStaff(old));
		assertThat(this.cases.get(old.id()).result()).isEqualTo("WITHDRAWN");
	}

	private List<String> roles(EcoCase ecoCase) {
		return this.jdbc.sql("SELECT role FROM case_party WHERE case_id = :case")
			.param("case", ecoCase.id())
			.query(String.class)
			.list();
	}

	@Test
	void aMixedBatchRunsOnTheReleaseInForceAndGivesEachCaseItsResult() {
		EcoCase old = waiting("construction-approval");
		ReleaseId later = new TestReleases(this.context).release("2015-167", Map.of("construction-approval.bpmn",
				model("construction-approval").replaceFirst("(id=\"Task_DraftNotice\" name=\")[^\"]*", "$1" + RENAMED)),
				Map.of());
		EcoCase young = waiting("construction-approval");

		Batch batch = composed("construction-approval", old, young);
		assertThat(batch.release()).isEqualTo(later);
		assertThat(task(batch.id(), "Task_DraftNotice", "OFFICE").task().name()).isEqualTo(RENAMED);
		drafts(batch);
		for (String ministry : MINISTRIES) {
			votes(batch, "Task_Countersign", ministry, "AGREE", old, young);
		}
		carryOn();
		does(this.office, task(batch.id(), "Task_Issue", "OFFICE"),
				new FormDecision(Statement.of("ISSUED", "").with(FormValues.NONE.with("issuedOn", this.time.today()))));
		carryOn();

		for (EcoCase each : new EcoCase[] { old, young }) {
			EcoCase ended = this.cases.get(each.id());
			assertThat(ended.result()).isEqualTo("APPROVED");
			assertThat(this.jdbc.sql("""
					SELECT DISTINCT d.tenant_id_ FROM act_hi_procinst i JOIN act_re_procdef d ON d.id_ = i.proc_def_id_
					 WHERE i.business_key_ = :delivery
					""").param("delivery", batch.id() + ":" + each.id()).query(String.class).list())
				.containsExactly(each.release().toString());
		}
		assertThat(old.release()).isNotEqualTo(young.release());
	}

	/**
	 * Steps, outcomes and roles may be called anything: what they are for is declared.
	 */
	@Test
	void howStepsOutcomesAndRolesAreCalledChangesNothing() {
		ReleaseId before = this.packs.current("2015-167").release();
		Map<String, String> models = new HashMap<>();
		this.packs.files(before)
			.in(PackFiles.DIAGRAMS)
			.forEach((file, content) -> models.put(file, calledOtherwise(new String(content, StandardCharsets.UTF_8))));
		TestReleases releases = new TestReleases(this.context);
		ReleaseId later = releases.release("2015-167", models, Map.of("outcomes.yaml",
				calledOtherwise(data("outcomes.yaml")), "roles.yaml", calledOtherwise(data("roles.yaml"))));
		EcoCase ecoCase = opened("creation");
		waits(ecoCase, "construction-approval", "Step_ComposeApprovalBatch", needed -> true);
		Batch batch = composed("construction-approval", ecoCase);
		releases.withdraw(later);

		does(this.office, task(batch.id(), "Step_DraftNotice", "OFFICE"),
				new FormDecision(Statement.of("DRAFTED", "")
					.with(FormValues.NONE.with("title", "关于批准建设的通知")
						.with("requirements", "按规划建设（虚构）")
						.with("standard_COMPREHENSIVE", new Chosen("HJ 274-2015")))));
		for (String ministry : MINISTRIES) {
			votes(batch, "Step_Countersign", ministry, "NOD", ecoCase);
		}
		carryOn();
		does(this.office, task(batch.id(), "Step_Issue", "OFFICE"),
				new FormDecision(Statement.of("ISSUED", "").with(FormValues.NONE.with("issuedOn", this.time.today()))));
		carryOn();

		assertThat(ecoCase.release()).isEqualTo(later);
		assertThat(this.cases.get(ecoCase.id()).result()).isEqualTo("APPROVED");
		assertThat(this.parks.get(ecoCase.park().id()).lifeStatus()).isEqualTo(LifeStatus.UNDER_CONSTRUCTION);
		assertThat(this.jdbc.sql("SELECT DISTINCT role FROM opinion WHERE dossier_id = :batch AND purpose = 'BALLOT'")
			.param("batch", batch.id())
			.query(String.class)
			.list()).containsExactly("BODY");
	}

	private static String calledOtherwise(String text) {
		return text.replace("Task_", "Step_")
			.replaceAll("\\bAGREE\\b", "NOD")
			.replaceAll("\\bMINISTRY\\b(?=[,\"])", "BODY")
			.replace("unitKind: BODY", "unitKind: MINISTRY");
	}

	@Test
	void aWithdrawnReleaseGivesWayToTheOneBeforeIt() {
		TestReleases releases = new TestReleases(this.context);
		ReleaseId before = this.packs.current("2015-167").release();
		ReleaseId later = releases.release("2015-167", Map.of(), Map.of("limits.yaml", data("limits.yaml") + "# 试\n"));
		EcoCase under = opened("creation");

		releases.withdraw(later);

		assertThat(this.packs.current("2015-167").release()).isEqualTo(before);
		assertThat(opened("creation").release()).isEqualTo(before);
		assertThat(this.packs.get(under.release()).release()).isEqualTo(later);
		assertThat(this.repository.createProcessDefinitionQuery().tenantIdIn(later.toString()).count()).isPositive();
	}

	private String tenantOf(EcoCase ecoCase) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(ecoCase.id())
			.rootProcessInstances()
			.singleResult()
			.getTenantId();
	}

	private String model(String process) {
		return this.packs.files(this.packs.current("2015-167").release())
			.text("bpmn/" + process + ".bpmn")
			.orElseThrow();
	}

	private String data(String file) {
		return this.packs.files(this.packs.current("2015-167").release()).text(file).orElseThrow();
	}

}
