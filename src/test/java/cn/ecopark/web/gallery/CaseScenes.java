package cn.ecopark.web.gallery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.CaseSignatures.Signature;
import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.web.view.CorrectionLine;
import cn.ecopark.web.view.DocumentList;
import cn.ecopark.web.view.FileNote;
import cn.ecopark.web.view.FilledForm;
import cn.ecopark.web.view.OpinionLine;
import cn.ecopark.web.view.Party;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimelineEntry;
import cn.ecopark.web.view.Tone;

/**
 * What task, case and park pages show of a case; people, opinions and figures are
 * invented.
 */
final class CaseScenes {

	private CaseScenes() {
	}

	static List<Step> steps() {
		return List.of(new Step("申报", "2016年3月", Step.State.DONE), new Step("规划论证", "2016年5月 修改后通过", Step.State.DONE),
				new Step("批准建设", "2016年9月12日", Step.State.DONE), new Step("建设", "3 份年度报告", Step.State.DONE),
				new Step("验收申请", "办公室审查 第 4 / 5 日", Step.State.PRESENT), new Step("技术核查", "15 个工作日", Step.State.FUTURE),
				new Step("考核验收", "三部与专家", Step.State.FUTURE), new Step("公示", "10 个工作日", Step.State.FUTURE),
				new Step("命名", "三部联合决定", Step.State.FUTURE));
	}

	static DocumentList documents(DocumentList.@Nullable Uploads uploads) {
		boolean may = uploads != null;
		return new DocumentList(List.of(
				new DocumentList.Group("必备材料",
						List.of(line("applicationLetter", "验收申请函", true, may, 1, 2),
								line("workReport", "工作报告", true, may, 2, 86),
								line("acceptanceReport", "验收报告", true, may, 3, 142),
								line("selfAssessment", "自评估报告及证明", true, may, 2, 214),
								line("annualReports", "年度评价报告", true, may, may ? 0 : 1, 58))),
				new DocumentList.Group("补充材料", List.of(line("certificate", "环境管理体系认证证书", false, may, 1, 1),
						line("permit", "取水许可证", false, may, may ? 0 : 1, 6)))),
				uploads);
	}

	private static DocumentList.Line line(String kind, String label, boolean required, boolean may, int versions,
			int pages) {
		List<DocumentList.Version> all = new ArrayList<>();
		for (int number = versions; number > 0; number--) {
			all.add(new DocumentList.Version(number, "/sample.pdf?" + kind + number, label + "（第 " + number + " 版）.pdf",
					pages, "2.4 MB", LocalDate.of(2019, 5, 10 + number), "赵立群", true));
		}
		return new DocumentList.Line(kind, label, required, may, all, may ? intake(kind) : DocumentList.Intake.none());
	}

	private static DocumentList.Intake intake(String kind) {
		return switch (kind) {
			case "workReport" -> new DocumentList.Intake(".pdf,.docx",
					List.of(new DocumentList.Checking(71, "工作报告（修改稿）.pdf", "/documents/71")), List.of(), List.of());
			case "acceptanceReport" -> new DocumentList.Intake(".pdf", List.of(),
					List.of(new DocumentList.Refused("验收报告（含宏）.pdf",
							List.of("第 3 页有打开文件时运行的脚本。请另存为不含脚本的文件。", "文件里附有另一个文件。请去掉附件后再传。"), "/documents/72/drop")),
					List.of());
			case "annualReports" -> new DocumentList.Intake(".pdf,.docx,.xlsx", List.of(), List.of(),
					List.of(new DocumentList.Unfinished("/documents/uploads/1", "2016—2018 年度评价报告合订本.pdf", 43,
							"440.3 MB", "1.00 GB", "report|1073741824|1")));
			default -> new DocumentList.Intake(".pdf", List.of(), List.of(), List.of());
		};
	}

	static List<OpinionLine> opinions() {
		return List.of(
				new OpinionLine("云南省生态环境厅", "和志远", "主办", new Tag("同意，转报办公室", Tone.GOOD), TaskScenes.at(6, 5, 16, 40),
						"经会商，三部门初审意见一致。园区建设期规划任务和重点项目已完成，同意上报并建议受理。指标 14 的取数口径请办公室一并核对。", null),
				new OpinionLine("云南省商务厅", "段丽江", null, new Tag("同意", Tone.GOOD), TaskScenes.at(6, 3, 11, 5),
						"园区利用外资、产业链招商和综合考核情况属实，同意开展验收。", null),
				new OpinionLine("云南省科学技术厅", "普文涛", null, new Tag("不同意", Tone.BAD), TaskScenes.at(5, 31, 9, 20),
						"高新技术企业名单与认定台账不一致。", "主管部门"),
				new OpinionLine("昆明经开区管委会", "赵立群", "提交", new Tag("提交验收申请", Tone.GOOD), TaskScenes.at(5, 16, 15, 12),
						"园区已完成建设规划确定的各项任务，自评估 23 项应达标指标全部达标，现申请验收。", null));
	}

	static List<TimelineEntry> timeline() {
		return List.of(
				new TimelineEntry(TimelineEntry.State.COMING, LocalDate.of(2019, 6, 18), "还剩 4 日", "公示期满",
						"无未结异议的，转三部联合决定命名。"),
				new TimelineEntry(TimelineEntry.State.NOW, LocalDate.of(2019, 6, 3), null, "公示开始，正在进行",
						"办公室 周明远在门户发布，附验收工作表。至今收到异议 0 件。"),
				past(2019, 5, 27, "三部确认公示文稿", "生态环境部、商务部、科技部均同意。"),
				past(2019, 5, 20, "编入 2019 年第一批", "与上海青浦、连云港徐圩、成都经开区同批。"),
				past(2018, 12, 28, "考核验收通过", "组长 方启文；验收组 9 人全部同意。"), past(2018, 2, 6, "技术核查通过", "中国环科院建议开展考核验收，无整改事项。"),
				past(2017, 12, 15, "材料齐全，予以受理", "2 项补正已逐条答复；指定中国环科院支持。"),
				past(2017, 11, 16, "退回补正 2 项", "12月12日园区逐条答复，其间计时中止。"),
				past(2017, 11, 10, "省级三部门初审同意", "市环保局主办，市商务委、市科委会同。"),
				past(2017, 10, 23, "提交验收申请", "园区管委会 顾晓岚提交，附材料 11 份。"), past(2017, 10, 9, "开始填报", ""));
	}

	private static TimelineEntry past(int year, int month, int day, String title, String text) {
		return new TimelineEntry(TimelineEntry.State.PAST, LocalDate.of(year, month, day), null, title, text);
	}

	static List<Party> parties() {
		return List.of(new Party("园区", "上海市工业综合开发区管委会", List.of("顾晓岚"), false),
				new Party("领导小组办公室", "生态环境部", List.of("周明远"), true),
				new Party("省级部门", "上海市生态环境局（主办）", List.of("陆建平", "沈悦", "徐文博"), false),
				new Party("三部", "生态环境部、商务部、科技部", List.of("许立新", "郑海宁", "方婷"), false),
				new Party("技术支持", "中国环境科学研究院", List.of("沈维安", "邵一帆"), false),
				new Party("验收组", "组长 方启文 等 9 人", List.of(), false));
	}

	static FileViews.Material material(DocumentList documents, List<OpinionLine> opinions,
			List<TimelineEntry> timeline) {
		return new FileViews.Material(documents, forms(), corrections(), notes(), signatures(), opinions, timeline,
				parties());
	}

	private static List<FilledForm> forms() {
		return List.of(
				new FilledForm("提交验收申请", "昆明经开区管委会", "赵立群", TaskScenes.at(5, 16, 15, 12), 2, true, List.of(
						new FilledForm.Group("园区概况",
								List.of(new FilledForm.Answer("占地面积（平方公里）", "156.6", "165.6"),
										new FilledForm.Answer("主导产业", "装备制造、生物医药、食品饮料", null))),
						new FilledForm.Group("",
								List.of(new FilledForm.Answer("联系人", "赵立群", ""),
										new FilledForm.Answer("传真", "", "0871-00000000"))))),
				new FilledForm("提交验收申请", "昆明经开区管委会", "赵立群", TaskScenes.at(5, 2, 9, 30), 1, false, List
					.of(new FilledForm.Group("", List.of(new FilledForm.Answer("占地面积（平方公里）", "165.6", null))))));
	}

	private static List<CorrectionLine> corrections() {
		return List.of(
				new CorrectionLine(2, "占地面积（平方公里）", "与批复面积不符，请核对。", "云南省生态环境厅 和志远", TaskScenes.at(5, 8, 10, 0),
						new Tag("园区已答复", Tone.STRONG), "已按批复文件改正。", TaskScenes.at(5, 16, 15, 12)),
				new CorrectionLine(1, null, "补充近三年环保情况说明。", "云南省生态环境厅 和志远", TaskScenes.at(5, 8, 10, 0),
						new Tag("待园区答复", Tone.WARN), null, null));
	}

	private static List<Signature> signatures() {
		return List.of(new Signature("2019 年第一批公示", 1, "确认公示", "商务部", "李明（代）", "同意", true, "同意公示。",
				Instant.parse("2019-05-28T02:00:00Z"), "第1稿（2019-05-20起草，校验码 9f86d081）"));
	}

	private static List<FileNote> notes() {
		return List.of(new FileNote("异议 20190611-7K2M", new Tag("正在核实", Tone.WARN), List.of("网上提交", "2019-06-11"), List
			.of(new FileNote.Passage("异议内容", "园区内一家企业夜间排放废气。"), new FileNote.Passage("核实的事实", "现场核查未发现违法排放。"))));
	}

}
