package cn.ecopark.journey;

import java.net.http.HttpResponse;
import java.util.List;

import org.jsoup.nodes.Document;

import cn.ecopark.journey.Browser.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 泰州医药高新技术产业开发区: from its application through the plan review of 2018-02-05 to the
 * approval to build.
 */
final class CreationSteps {

	static final String TAIZHOU = "泰州医药高新技术产业开发区";

	private static final String BATCH = "2018年第一批批准建设";

	private static final String[] MINISTRIES = { "mee.staff", "mofcom.staff", "most.staff" };

	private static final String[] EXPERTS = { "expert01", "expert02", "expert03", "expert04", "expert05" };

	private final World world;

	CreationSteps(World world) {
		this.world = world;
	}

	void applies() {
		handsIn();
		this.world.as("jiangsu.commerce").does(TAIZHOU, "商务部门提出初审意见", "AGREE");
		isForwarded();
	}

	/**
	 * As {@link #applies()}; one department never says anything. Begins on 2018-01-02.
	 */
	void appliesThoughOneDepartmentStaysSilent() {
		handsIn();
		oneDepartmentStaysSilent();
		isForwarded();
	}

	private void handsIn() {
		this.world.as("taizhou.staff").starts(TAIZHOU, "creation");
		this.world.as("taizhou.staff").does(TAIZHOU, "提交申报", "SUBMIT");
		this.world.as("jiangsu.science")
			.does(TAIZHOU, "科技部门提出初审意见", "CORRECT", "pointTarget.CORRECT", "", "pointRemark.CORRECT",
					"请补充高新技术企业名单（虚构）");
	}

	private void isForwarded() {
		this.world.as("jiangsu.ecology")
			.does(TAIZHOU, "省级初审", "SEND_BACK", "pointTarget.SEND_BACK", "document:constructionPlan",
					"pointRemark.SEND_BACK", "请说明用水口径（虚构）");
		this.world.as("taizhou.staff").does(TAIZHOU, "逐项补正", "SUBMIT");
		this.world.as("jiangsu.ecology").does(TAIZHOU, "省级初审", "FORWARD");
		this.world.as("office.one").does(TAIZHOU, "审查材料完整性", "ADMIT");
	}

	/** It is urged and says nothing; its limit of 15 working days ends on 2018-01-23. */
	private void oneDepartmentStaysSilent() {
		this.world.as("office.one").urges(TAIZHOU, "商务部门提出初审意见", "urge", "text", "请按时反馈（虚构）。").expect(200);
		assertThat(this.world.as("jiangsu.ecology").has(TAIZHOU, "省级初审")).isFalse();
		this.world.on("2018-01-24");
		assertThat(this.world.as("jiangsu.commerce").has(TAIZHOU, "商务部门提出初审意见")).isFalse();
		assertThat(this.world.as("office.one").file(TAIZHOU))
			.contains("江苏省商务厅未在时限（2018-01-23）内完成“商务部门提出初审意见”（2018-01-02 催办），按“未反馈”处理");
	}

	void planIsReviewed() {
		this.world.as("craes.staff").does(TAIZHOU, "技术预审", "READY");
		this.world.as("office.one").namesPanel(TAIZHOU, "组建专家组", EXPERTS);
		for (String expert : EXPERTS) {
			this.world.as(expert).does(TAIZHOU, "接受邀请", "ACCEPT");
		}
		this.world.jobsRun();
		this.world.on("2018-02-05");
		this.world.as("office.one").does(TAIZHOU, "召开论证会", "HELD");
		panelIsDivided();
		for (String expert : EXPERTS) {
			this.world.as(expert).does(TAIZHOU, "提出专家意见", "PASS");
		}
		this.world.jobsRun();
		this.world.as(EXPERTS[0]).does(TAIZHOU, "形成论证意见", "PASS");
		for (String expert : List.of(EXPERTS).subList(2, EXPERTS.length)) {
			this.world.as(expert).does(TAIZHOU, "签署论证意见", "SIGN");
		}
		assertThat(this.world.as(EXPERTS[1]).attempts(TAIZHOU, "签署论证意见", "DISSENT", "opinion", "").status())
			.isEqualTo(422);
		this.world.as(EXPERTS[1]).does(TAIZHOU, "签署论证意见", "DISSENT", "opinion", "用水基准数据待复核（虚构）。");
		this.world.jobsRun();
		assertThat(this.world.as("office.one").file(TAIZHOU)).contains("保留意见 1 名", "用水基准数据待复核（虚构）。");
		assertThat(this.world.as("taizhou.staff").documents(TAIZHOU)).containsKey("论证意见");
	}

	/** Three of five are against it: nothing passes, and the Office asks them again. */
	private void panelIsDivided() {
		for (int expert = 0; expert < EXPERTS.length; expert++) {
			this.world.as(EXPERTS[expert])
				.does(TAIZHOU, "提出专家意见", expert < 2 ? "PASS" : "FAIL", "opinion", expert < 2 ? "" : "用水指标依据不足（虚构）。");
		}
		this.world.jobsRun();
		Answer refused = this.world.as(EXPERTS[0]).attempts(TAIZHOU, "形成论证意见", "PASS");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.page().text()).contains("5 名专家中 3 名不通过，结论不能为“通过”");
		this.world.as(EXPERTS[0]).does(TAIZHOU, "形成论证意见", "NO_CONCLUSION", "opinion", "分歧较大（虚构）。");
		this.world.as("office.one").does(TAIZHOU, "处理未形成意见", "ASK_AGAIN");
	}

	/** One ministry is against it: nothing is issued, and all are asked again. */
	private void roundIsDivided() {
		Party office = this.world.as("office.one");
		office.urgesInBatch(BATCH, "会签", "urge", "text", "请按时会签（虚构）。").expect(200);
		assertThat(this.world.as(MINISTRIES[0]).browser().open("/desk").page().text()).contains("已催办 1 次");
		assertThat(office.urgesInBatch(BATCH, "会签", "go-on", "text", "逾期（虚构）。").page().text()).contains("未答复不能代替");
		for (String ministry : MINISTRIES) {
			this.world.as(ministry).votes(BATCH, "会签", "VOTED", ministry.startsWith("most") ? "DISAGREE" : "AGREE");
		}
		this.world.jobsRun();
		assertThat(this.world.as("office.one").has(BATCH, "编号、印发")).isFalse();
		this.world.as("office.one").votes(BATCH, "协调", "COORDINATED", "ASK_AGAIN");
		this.world.jobsRun();
	}

	/**
	 * 拟办, 退回, 拟办, 签发: no vote counts before a second person of the ministry has signed
	 * it.
	 */
	private void isSentBackAndSigned(String clerk) {
		Party proposer = this.world.as(clerk);
		Party leader = this.world.as(Cast.leaderBeside(clerk));
		String task = proposer.find(BATCH, "会签");
		proposer.submit(task, "VOTED", proposer.ballots(task, "AGREE")).expect(200);
		assertThat(proposer.browser().open("/desk").page().text()).contains("待签发・" + Cast.displayName(clerk) + "拟办");
		Document own = proposer.browser().open(task).expect(200).page();
		assertThat(own.select("form[action$=/sign], form[data-task]")).isEmpty();
		assertThat(own.text()).contains("须由本单位负责人（他人）签发");
		Document proposed = leader.browser().open(task).expect(200).page();
		assertThat(proposed.select("fieldset.as-proposed input[checked][value=AGREE]")).hasSize(1);
		assertThat(proposed.select(".hands").text()).contains("拟办：" + Cast.displayName(clerk));
		leader.answersProposal(task, "send-back", "reason", "请核对文稿（虚构）。").expect(200);
		Document back = proposer.browser().open(task).expect(200).page();
		assertThat(back.select("[data-proposal-ended]").text()).contains("退回", "请核对文稿（虚构）。");
		assertThat(back.select("form[data-task] input[checked][value=AGREE]")).hasSize(1);
		proposer.submit(task, "VOTED", proposer.ballots(task, "AGREE")).expect(200);
		leader.signs(task).expect(200);
		assertThat(proposer.has(BATCH, "会签")).isFalse();
	}

	void threeMinistriesApprove() {
		this.world.as("office.one").composes("construction-approval", BATCH, TAIZHOU).expect(200);
		assertThat(this.world.as("office.one")
			.browser()
			.open(this.world.as("office.one").find(BATCH, "起草联合通知"))
			.page()
			.expectFirst("[name=f.title]")
			.attr("value")).isEqualTo("关于同意" + TAIZHOU + "建设国家生态工业示范园区的通知");
		this.world.as("office.one").does(BATCH, "起草联合通知", "DRAFTED", "f.standard_COMPREHENSIVE", "HJ 274-2015");
		roundIsDivided();
		isSentBackAndSigned(MINISTRIES[0]);
		for (String ministry : List.of(MINISTRIES).subList(1, MINISTRIES.length)) {
			this.world.as(ministry).votes(BATCH, "会签", "VOTED", "AGREE");
		}
		this.world.jobsRun();
		HttpResponse<byte[]> preview = this.world.as("office.one").previews(BATCH, "编号、印发", "ISSUED");
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(PdfWords.of(preview.body())).contains("草稿", "关于同意" + TAIZHOU + "建设国家生态工业示范园区的通知", "2018年2月5日");
		this.world.as("office.one").does(BATCH, "编号、印发", "ISSUED");
		this.world.jobsRun();
	}

}
