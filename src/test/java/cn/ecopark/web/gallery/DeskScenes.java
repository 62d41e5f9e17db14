package cn.ecopark.web.gallery;

import java.time.LocalDate;
import java.util.List;

import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.web.view.Tone;
import cn.ecopark.shared.Amount;
import cn.ecopark.worklist.web.DeskPage;

/** The work desk of the Office on 2019-06-12; names and sayings are invented. */
final class DeskScenes {

	private static final LocalDate TODAY = LocalDate.of(2019, 6, 12);

	private DeskScenes() {
	}

	static DeskPage office() {
		return new DeskPage(TODAY, new DeskPage.Counts(so(23), 4, so(4), so(1), so(1), 1), filters("all"), List.of(
				row("1", "上海青浦工业园区", "上海市", "综合类", "2017-命-0022", "分办异议", "公示・第 6 / 10 个工作日",
						"来信询问验收工作表第 14 项的取数口径，请予答复。", "社会公众（来信登记）", 6, 6, TimeLeft.until(day(6, 11), -1), "分办", false),
				row("2", "泰州医药高新技术产业开发区", "江苏省", "综合类", "2017-创-0009", "起草联合通知", "批准建设・待编入批次", "报批稿已逐条落实论证意见，复核通过。",
						"中国环境科学研究院 沈维安", 5, 29, TimeLeft.until(day(6, 12), 0), "起草", false),
				row("3", "昆明经济技术开发区", "云南省", "综合类", "受理后编号", "审查材料完整性", "验收申请・已过省级初审", "三部门初审均同意，建议受理；指标 14 请核口径。",
						"云南省生态环境厅 和志远", 6, 5, TimeLeft.until(day(6, 13), 1), "审查", false),
				row("4", "珠海高新技术产业开发区", "广东省", "综合类", "受理后编号", "审查材料完整性", "验收申请・已过省级初审", "材料齐全，三部门意见一致，同意上报。",
						"广东省生态环境厅 梁颖仪", 6, 6, TimeLeft.until(day(6, 14), 2), "审查", false),
				row("5", "芜湖经济技术开发区", "安徽省", "综合类", "2018-命-0005", "召集验收会议", "考核验收・待定会期", "技术核查通过，建议开展考核验收；2 项台账已补齐。",
						"中国环境科学研究院 沈维安", 6, 3, TimeLeft.until(day(6, 17), 3), "召集", false),
				row("6", "贵阳经济技术开发区", "贵州省", "综合类", "受理后编号", "审查材料完整性", "验收申请・补正后再次提交", "3 项补正事项已逐条答复，验收报告更新为第 2 版。",
						"贵阳经开区管委会 龙启明", 6, 11, TimeLeft.until(day(6, 18), 4), "审查", true),
				row("7", "贵阳高新技术产业开发区", "贵州省", "综合类", "2018-创-0014", "补抽专家", "规划论证・组建专家组",
						"2 位专家谢绝，循环经济领域需补抽；现有 5 位已应邀。", "中国环境科学研究院 邵一帆", 6, 10, TimeLeft.until(day(6, 19), 5), "补抽",
						true),
				row("8", "天津子牙经济技术开发区", "天津市", "静脉产业类", "2018-命-0011", "确认核查组", "技术核查・核查组名单",
						"拟派 7 人，6月24日至25日现场核查，无需回避。", "中国环境科学研究院 邵一帆", 6, 11, TimeLeft.until(day(6, 20), 6), "确认",
						true),
				row("9", "合肥高新技术产业开发区", "安徽省", "综合类", "2018-命-0016", "完整性审查", "验收申请・园区补正中", "补正期间计时中止。", "领导小组办公室 周明远",
						6, 4, new TimeLeft(day(6, 21), 3, true, false), "查看", false)),
				new Paging(null, "/desk?after=9"));
	}

	static DeskPage nothing() {
		return new DeskPage(TODAY, new DeskPage.Counts(so(0), 0, so(0), so(0), so(0), 0), filters("all"), List.of(),
				new Paging(null, null));
	}

	private static DeskPage.Filters filters(String show) {
		return new DeskPage.Filters(show,
				List.of(new Choice("", "全部", true), new Choice("application", "申报", false),
						new Choice("acceptance", "考核验收", false)),
				List.of(new Choice("", "全部", true), new Choice("53", "云南省", false)),
				List.of(new Choice("", "全部", true), new Choice("COMPREHENSIVE", "综合类", false)));
	}

	private static DeskPage.Row row(String id, String park, String province, String kind, String number, String task,
			String stage, String text, String by, int month, int day, TimeLeft left, String verb, boolean fresh) {
		return new DeskPage.Row(id, "/tasks/" + id, park, List.of(province, kind, number), task, stage,
				new DeskPage.Said(text, by, day(month, day)), left, verb, fresh,
				"4".equals(id) ? new Tag("许立新 已签收", Tone.QUIET) : null);
	}

	private static LocalDate day(int month, int day) {
		return LocalDate.of(2019, month, day);
	}

	private static Amount so(int many) {
		return new Amount(many, false);
	}

}
