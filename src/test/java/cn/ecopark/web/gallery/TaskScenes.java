package cn.ecopark.web.gallery;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.DocumentList;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.InputField;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.web.view.Tone;
import cn.ecopark.shared.Amount;
import cn.ecopark.worklist.web.TaskPage;
import cn.ecopark.worklist.web.TaskPage.Assignment;
import cn.ecopark.worklist.web.TaskPage.Outcome;
import cn.ecopark.worklist.web.UrgingPage;
import cn.ecopark.worklist.web.panel.BallotPanel;
import cn.ecopark.worklist.web.panel.CorrectionPanel;
import cn.ecopark.worklist.web.panel.ExpertPanel;
import cn.ecopark.worklist.web.panel.FormPanel;
import cn.ecopark.worklist.web.panel.PanelView;

/** Tasks of several parties; people, opinions and figures are invented. */
final class TaskScenes {

	private static final List<Choice> YES_NO = List.of(new Choice("yes", "是", false), new Choice("no", "否", false));

	private TaskScenes() {
	}

	static TaskPage completeness() {
		return page(
				office("审查材料完整性"), FormPanel.form(List.of(yesNo("papers", "必备材料齐全，签章完整", "yes"),
						yesNo("opinions", "省级三部门意见齐备、一致", "yes"), yesNo("figures", "指标可由基础数据复算", "no"))),
				outcomes(), List.of(), CaseScenes.documents(null));
	}

	static TaskPage completenessWithErrors() {
		InputField wrong = new InputField("area", InputField.Type.NUMBER, "规划面积（平方公里）", "以批复的四至范围为准", true, "-3",
				List.of(), "规划面积应大于 0", new InputField.Limits("0", null, "0.01", null, null, null), null, List.of());
		InputField group = new InputField("g", InputField.Type.GROUP, "园区概况", null, false, null, List.of(), null,
				InputField.Limits.NONE, null,
				List.of(input("name", InputField.Type.TEXT, "园区名称", "昆明经济技术开发区"), wrong,
						input("start", InputField.Type.DATE, "批准日期", "2016-09-12"),
						new InputField("industry", InputField.Type.SELECT, "主导产业", null, true, "a",
								List.of(new Choice("a", "装备制造", true), new Choice("b", "生物医药", false)), null,
								InputField.Limits.NONE, null, List.of()),
						input("ledger", InputField.Type.CHECKBOX, "台账已上传", "true"),
						input("remark", InputField.Type.TEXTAREA, "说明", "")));
		InputField hidden = new InputField("why", InputField.Type.TEXTAREA, "无法复算的指标与原因", null, true, "", List.of(),
				null, InputField.Limits.NONE, new InputField.Hide("figures", true, "yes"), List.of());
		return page(office("审查材料完整性"), FormPanel.form(List.of(yesNo("figures", "指标可由基础数据复算", "no"), hidden, group,
				new InputField("grade", InputField.Type.RADIO, "总体评价", null, true, null,
						List.of(new Choice("1", "材料完整，可以受理", false), new Choice("2", "材料基本完整", false),
								new Choice("3", "材料不完整", false)),
						null, InputField.Limits.NONE, null, List.of()))),
				outcomes(), List.of(new FieldError("f.area", "规划面积应大于 0"), new FieldError("opinion", "请填写意见")),
				CaseScenes.documents(null));
	}

	static TaskPage submission() {
		Outcome submit = new Outcome("SUBMIT", "提交", null, "云南省生态环境厅、商务厅、科技厅", "省级初审", "15 个工作日", "提交后材料即固定版本；审核前可以撤回。",
				false, true, null, null);
		return page(new Assignment("提交验收申请", LocalDate.of(2019, 5, 6), null, null, null),
				FormPanel.form(List.of(input("summary", InputField.Type.TEXTAREA, "建设任务完成情况", ""),
						input("contact", InputField.Type.TEXT, "联系人", "赵立群"))),
				List.of(submit), List.of(),
				CaseScenes.documents(new DocumentList.Uploads("/documents", "c1", "t1", "sub-1", "1 GB", "100 MB")));
	}

	static TaskPage correction() {
		Outcome submit = new Outcome("SUBMIT", "提交补正", null, "领导小组办公室", "审查材料完整性", "5 个工作日", "审查时限重新起算。", false, true,
				null, null);
		CorrectionPanel panel = new CorrectionPanel(List.of(
				new CorrectionPanel.Point("p1", 1, "验收报告 第 37 页", "说明用水口径并复算指标 14", "领导小组办公室 周明远", "acceptanceReport",
						null, "已改按含企业自备水源口径复算，见第 3 版第 37 页。", null),
				new CorrectionPanel.Point("p2", 2, "自评估报告 第 14 项", "补自备水源计量台账", "领导小组办公室 周明远", null, null, "",
						"请逐项答复")),
				List.of());
		return page(new Assignment("补正", LocalDate.of(2019, 6, 13), 20, null, null), panel, List.of(submit), List.of(),
				CaseScenes.documents(new DocumentList.Uploads("/documents", "c1", "t1", "sub-1", "1 GB", "100 MB")));
	}

	static TaskPage ballot() {
		BallotPanel panel = new BallotPanel(List.of(
				new BallotPanel.Park("i1", "上海市工业综合开发区", List.of("上海市", "综合类"), "/cases/1", null, "AGREE", null, null),
				new BallotPanel.Park("i2", "上海青浦工业园区", List.of("上海市", "综合类"), "/cases/2", "商务部不同意：异议尚未办结。", "DISAGREE",
						"异议核实结果出来后再议。", null),
				new BallotPanel.Park("i3", "国家东中西区域合作示范区（连云港徐圩新区）", List.of("江苏省", "行业类"), "/cases/3", null, null, null,
						"请选择")),
				List.of(new Choice("AGREE", "同意", false), new Choice("DISAGREE", "不同意", false),
						new Choice("ABSTAIN", "弃权", false)),
				true, false, List.of());
		Outcome outcome = new Outcome("SUBMIT", "提交表决", null, "领导小组办公室", "汇总会签意见", "5 个工作日", "各部全部同意的园区一并印发，其余转协调。",
				false, true, null, null);
		return page(new Assignment("会签", LocalDate.of(2019, 6, 6), 10, "许立新", null), panel, List.of(outcome), List.of(),
				CaseScenes.documents(null));
	}

	static TaskPage experts() {
		ExpertPanel panel = new ExpertPanel(
				List.of(new ExpertPanel.Candidate("e1", "方启文", "清华大学环境学院", "循环经济", "已接受", null, false, true),
						new ExpertPanel.Candidate("e2", "陆建平", "同济大学", "环境管理", null, null, false, true),
						new ExpertPanel.Candidate("e3", "赵立群", "昆明理工大学", "化工", null, "在申报园区任职", false, false),
						new ExpertPanel.Candidate("e4", "沈悦", "中国科学院生态环境研究中心", "产业生态", "已谢绝", null, true, false)),
				"e1", 5, List.of(new Choice("", "全部领域", true), new Choice("w", "水处理", false)), "/tasks/t1/draw",
				"人数为偶数，表决可能相持。", List.of());
		Outcome outcome = new Outcome("PANEL_FORMED", "组建完成", null, "专家组", "接受邀请", "3 个工作日", null, false, true, null,
				null);
		return page(office("组建专家组"), panel, List.of(outcome), List.of(), new DocumentList(List.of(), null));
	}

	/** A technical unit has let its last day pass. */
	static UrgingPage urging() {
		return new UrgingPage("12", "s", "泰州医药高新技术产业开发区", "/cases/c1",
				new UrgingPage.Step("技术预审", "中国环境科学研究院", LocalDate.of(2018, 1, 15), TimeLeft.none()),
				List.of("2018-02-01 限期至 2018-02-08：时限已过（虚构）。", "2018-01-29 催办：请尽快完成技术预审（虚构）。"),
				LocalDate.of(2018, 2, 14), null, null, "“技术预审”须由承办方作出，流程图没有为未答复另设去向，未答复不能代替其决定；可以催办、限期，不能继续的可以终止案件。",
				List.of(new UrgingPage.Unit("NIES", "环境保护部南京环境科学研究所")), null,
				new UrgingPage.Entry("hand-over", "经催办、限期仍未办理（虚构）。", "", ""),
				List.of(new FieldError("unit", "请从列出的单位中选择承办单位。")));
	}

	static TaskPage closed() {
		return page(new Assignment("审查材料完整性", LocalDate.of(2019, 6, 6), 5, null, "本事项已由 许立新 于6月11日办结"),
				FormPanel.form(List.of()), List.of(), List.of(), CaseScenes.documents(null));
	}

	private static Assignment office(String name) {
		return new Assignment(name, LocalDate.of(2019, 6, 6), 5, null, null);
	}

	private static List<Outcome> outcomes() {
		TaskPage.Points points = new TaskPage.Points(
				List.of(new TaskPage.Point("document:acceptanceReport", "第 37 页：说明用水口径并复算指标 14"),
						new TaskPage.Point("document:selfAssessment", "第 14 项：补自备水源计量台账")),
				List.of(new Choice("", "整套材料", false), new Choice("document:acceptanceReport", "验收报告", false),
						new Choice("document:selfAssessment", "自评估报告及证明", false)));
		return List.of(
				new Outcome("ADMIT", "同意", "予以受理", "中国环境科学研究院", "技术核查", "15 个工作日", "同时生成受理编号。", false, false, null,
						null),
				new Outcome("SEND_BACK", "退回补正", "逐项列明", "昆明经开区管委会", "逐项补正", "20 个工作日", "补正期间计时中止，答复后回到您这里。", false,
						true, points, null),
				new Outcome("NOT_ADMIT", "不同意", "不予受理", "云南省生态环境厅", "转告园区", null, "本案办结。", true, false, null, null));
	}

	private static InputField input(String key, InputField.Type type, String label, String value) {
		return new InputField(key, type, label, null, false, value, List.of(), null, InputField.Limits.NONE, null,
				List.of());
	}

	private static InputField yesNo(String key, String label, @Nullable String value) {
		return new InputField(key, InputField.Type.RADIO, label, null, true, value, YES_NO, null,
				InputField.Limits.NONE, null, List.of());
	}

	private static TaskPage page(Assignment work, PanelView panel, List<Outcome> outcomes, List<FieldError> errors,
			DocumentList documents) {
		TaskPage.Heading heading = new TaskPage.Heading("昆明经济技术开发区", List.of("云南省", "综合类", "国家级经开区", "命名审批（受理后编号）"),
				"/cases/c1", new TaskPage.Position(new Amount(3, false), new Amount(23, false), "/tasks/2", "/tasks/4"),
				List.of(new Action("退签", "/tasks/3/release", "退回后本单位其他人可以办理。", false, "s", Tone.QUIET)), null);
		TaskPage.OpinionBox opinion = new TaskPage.OpinionBox(
				errors.isEmpty() ? "材料齐全，省级意见一致。指标 14 新鲜水用量口径前后不一，请按含自备水源口径复算，逐项答复后再报。" : "", false,
				List.of("NOT_ADMIT"), 1000,
				List.of(new Choice("AUTHORITIES", "主管部门", true), new Choice("PARK", "主管部门和园区", false)),
				List.of("材料齐全，同意受理", "请说明数据口径", "请补充佐证材料"));
		return new TaskPage("3", "submission-token", 4, heading, TimeLeft.until(LocalDate.of(2019, 6, 13), 1),
				CaseScenes.steps(), CaseScenes.material(documents, CaseScenes.opinions(), CaseScenes.timeline()), work,
				panel, outcomes, opinion, errors, null, null, List.of(), null, null);
	}

	static LocalDateTime at(int month, int day, int hour, int minute) {
		return LocalDateTime.of(2019, month, day, hour, minute);
	}

}
