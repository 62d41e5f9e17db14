package cn.ecopark.process;

import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.batch.Batch;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.rulepack.ShippedPacks;

import cn.ecopark.worklist.Decision.FormDecision;
import cn.ecopark.worklist.FormValues;
import cn.ecopark.worklist.Statement;

import static org.assertj.core.api.Assertions.assertThat;

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

	@Test
	void aCaseKeepsItsDiagramsFormsAndLimits() {
		ReleaseId before = this.packs.current("2015-167").release();
		EcoCase old = opened("creation");
		ReleaseId later = new TestReleases(this.context).release("2015-167",
				Map.of("application.bpmn", model("application").replace("提交申报材料", "提交申报材料（新）")),
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
