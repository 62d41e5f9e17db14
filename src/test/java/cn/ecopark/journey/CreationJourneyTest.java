package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 泰州医药高新技术产业开发区: from its application through the plan review of 2018-02-05 to the approval to build. */
class CreationJourneyTest extends Journey {

	static final String TAIZHOU = "泰州医药高新技术产业开发区";

	private static final String BATCH = "2018年第一批批准建设";

	private static final String[] EXPERTS = { "expert01", "expert02", "expert03", "expert04", "expert05" };

	@Test
	void carriesAParkFromApplicationToApproval() {
		applies();
		planIsReviewed();
		threeMinistriesApprove();

		assertThat(as("taizhou.staff").park(TAIZHOU)).contains("建设中", "环科技〔2018〕23号");
	}

	private void applies() {
		as("taizhou.staff").starts(TAIZHOU, "CREATION");
		as("taizhou.staff").does(TAIZHOU, "提交申报", "SUBMIT");
		as("jiangsu.commerce").does(TAIZHOU, "商务部门提出初审意见", "AGREE");
		as("jiangsu.science").does(TAIZHOU, "科技部门提出初审意见", "CORRECT", "pointTarget.CORRECT", "",
				"pointRemark.CORRECT", "请补充高新技术企业名单（虚构）");
		as("jiangsu.ecology").does(TAIZHOU, "省级初审", "SEND_BACK", "pointTarget.SEND_BACK", "document:constructionPlan",
				"pointRemark.SEND_BACK", "请说明用水口径（虚构）");
		as("taizhou.staff").does(TAIZHOU, "逐项补正", "SUBMIT");
		as("jiangsu.ecology").does(TAIZHOU, "省级初审", "FORWARD");
		as("office.one").does(TAIZHOU, "审查材料完整性", "ADMIT");
	}

	private void planIsReviewed() {
		as("craes.staff").does(TAIZHOU, "技术预审", "READY");
		as("office.one").namesPanel(TAIZHOU, "组建专家组", EXPERTS);
		for (String expert : EXPERTS) {
			as(expert).does(TAIZHOU, "接受邀请", "ACCEPT");
		}
		jobsRun();
		on("2018-02-05");
		as("office.one").does(TAIZHOU, "召开论证会", "HELD");
		for (String expert : EXPERTS) {
			as(expert).does(TAIZHOU, "提出专家意见", "PASS");
		}
		jobsRun();
		as(EXPERTS[0]).does(TAIZHOU, "形成论证意见", "PASS");
	}

	private void threeMinistriesApprove() {
		as("office.one").composes("construction-approval", BATCH, TAIZHOU).expect(200);
		as("office.one").does(BATCH, "起草联合通知", "DRAFTED");
		for (String ministry : new String[] { "mee.staff", "mofcom.staff", "most.staff" }) {
			as(ministry).votes(BATCH, "会签", "VOTED", "AGREE");
		}
		jobsRun();
		as("office.one").does(BATCH, "编号、印发", "ISSUED", "f.documentNumber", "环科技〔2018〕23号", "f.standard",
				"HJ 274-2015");
		jobsRun();
	}

}
