package cn.ecopark.web.gallery;

import java.time.LocalDate;
import java.util.List;

import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.shared.Amount;
import cn.ecopark.casefile.CaseOrder;
import cn.ecopark.casefile.web.CaseListPage;
import cn.ecopark.casefile.web.CasePage;
import cn.ecopark.park.ParkOrder;
import cn.ecopark.park.ParkCases;
import cn.ecopark.park.web.ParkListPage;
import cn.ecopark.park.web.ParkPage;
import cn.ecopark.web.view.Action;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.DocumentList;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimelineEntry;
import cn.ecopark.web.view.Tone;

/** Cases and parks. */
final class FileScenes {

	private static final List<Choice> ALL = List.of(new Choice("", "全部", true), new Choice("x", "其他", false));

	private static final Tag RUNNING = new Tag("公示中", Tone.STRONG);

	private static final ListTools CASES = ListTools.of(UriComponentsBuilder.fromPath("/cases"), CaseOrder.USUAL,
			Enum::name);

	private FileScenes() {
	}

	static CaseListPage cases() {
		return new CaseListPage("", ALL, ALL, ALL, new Amount(23, false),
				List.of(new CaseListPage.Row("1", "/cases/1", "上海市工业综合开发区", List.of("上海市", "综合类"), "2017-命-0021",
						"命名审批", RUNNING, "公示・领导小组办公室", LocalDate.of(2019, 6, 3), LocalDate.of(2017, 10, 9)),
						new CaseListPage.Row("2", "/cases/2", "昆明经济技术开发区", List.of("云南省", "综合类"), null, "命名审批",
								new Tag("申报中", Tone.QUIET), "审查材料完整性・领导小组办公室", LocalDate.of(2019, 6, 6),
								LocalDate.of(2019, 5, 6)),
						new CaseListPage.Row("3", "/cases/3", "泰州医药高新技术产业开发区", List.of("江苏省", "综合类"), "2017-创-0009",
								"创建审批", new Tag("已批准建设", Tone.GOOD), null, LocalDate.of(2018, 5, 2),
								LocalDate.of(2017, 3, 1)),
						new CaseListPage.Row("4", "/cases/4", "某某工业园区", List.of("江苏省", "行业类"), "2018-创-0003", "创建审批",
								new Tag("未通过", Tone.BAD), null, LocalDate.of(2018, 9, 2), LocalDate.of(2018, 1, 5))),
				new Paging(null, "/cases?after=4"), CASES, "/rechecks");
	}

	static CaseListPage noCases() {
		return new CaseListPage("徐圩", ALL, ALL, ALL, new Amount(0, false), List.of(), new Paging(null, null), CASES,
				null);
	}

	static CasePage publicNotice() {
		return new CasePage("1", new CasePage.Heading("上海市工业综合开发区", "/parks/1", RUNNING,
				List.of("命名审批 2017-命-0021", "上海市", "综合类", "标准 HJ 274-2009（批准建设时固定）", "历时 20 个月，其中园区补正 18 个工作日")),
				List.of(),
				new CasePage.Diagram("/diagram.json", "命名审批模型第 4 版",
						List.of(new CasePage.Passed("提交验收申请", LocalDate.of(2017, 10, 23), "园区管委会 顾晓岚", "提交"),
								new CasePage.Passed("审查材料完整性", LocalDate.of(2017, 12, 15), "领导小组办公室 周明远", "予以受理"),
								new CasePage.Passed("公示", null, "领导小组办公室", null))),
				CaseScenes.material(CaseScenes.documents(null), List.of(), CaseScenes.timeline()),
				List.of(new CasePage.IssuedDocument("验收申请受理通知书", null, LocalDate.of(2017, 12, 15),
						new Tag("已送达", Tone.GOOD), null, null, "/papers/1"),
						new CasePage.IssuedDocument("公示（2019 年第一批）", "环办公示〔2019〕1号", LocalDate.of(2019, 6, 3), RUNNING,
								null, null, null)),
				"6月18日公示期满。无未结异议，由三部联合决定命名（10 个工作日）；有未结异议，本园区等待核实，不影响同批。", new CasePage.Task("/tasks/1", "分办异议"),
				List.of(new Action("办结本案", "/cases/1/close", "案卷关闭，园区收到通知，之后须重新申报。", true, "s1", Tone.BAD)));
	}

	static CasePage draft() {
		return new CasePage("2",
				new CasePage.Heading(
						"泰州医药高新技术产业开发区", "/parks/2", new Tag("填报中", Tone.QUIET), List.of("创建审批（受理后编号）", "江苏省")),
				CaseScenes.steps(), new CasePage.Diagram(null, "", List.of()),
				CaseScenes.material(new DocumentList(List.of(), null), CaseScenes.opinions(), List
					.of(new TimelineEntry(TimelineEntry.State.NOW, LocalDate.of(2018, 1, 2), null, "开始填报", ""))),
				List.of(), null, null, List.of());
	}

	static ParkListPage parks() {
		return new ParkListPage("", ALL, ALL, ALL,
				List.of(new ParkListPage.Count("意向", 4), new ParkListPage.Count("建设中", 45),
						new ParkListPage.Count("已命名", 48), new ParkListPage.Count("已撤销", 1)),
				List.of(new ParkListPage.Row("1", "/parks/1", "上海市工业综合开发区", "上海市", "综合类", new Tag("建设中", Tone.QUIET),
						RUNNING, null, null),
						new ParkListPage.Row("2", "/parks/2", "苏州工业园区", "江苏省", "综合类", new Tag("已命名", Tone.GOOD), null,
								"2008年3月31日", LocalDate.of(2020, 3, 31)),
						new ParkListPage.Row("3", "/parks/3", "国家东中西区域合作示范区（连云港徐圩新区）", "江苏省", "行业类",
								new Tag("已撤销", Tone.BAD), null, "2010年4月", null)),
				new Paging("/parks?before=1", "/parks?after=3"),
				ListTools.of(UriComponentsBuilder.fromPath("/parks"), ParkOrder.USUAL, Enum::name));
	}

	static ParkPage park() {
		List<Step> life = CaseScenes.steps();
		return new ParkPage("1",
				new ParkPage.Heading("上海市工业综合开发区", new Tag("建设中", Tone.QUIET), RUNNING,
						List.of("上海市", "综合类", "国家级经济技术开发区")),
				life,
				List.of(new ParkPage.Fact("管理机构", "上海市工业综合开发区管委会", null),
						new ParkPage.Fact("批准建设", "2011年4月2日 环发〔2011〕40号", null),
						new ParkPage.Fact("适用标准", "HJ 274-2009", null), new ParkPage.Fact("称号", "尚未命名", null)),
				List.of(new ParkCases.Line("/cases/1", "命名审批", "2017-命-0021", RUNNING, LocalDate.of(2017, 10, 9), null),
						new ParkCases.Line(null, "创建审批", null, new Tag("已批准建设", Tone.GOOD), LocalDate.of(2010, 1, 1),
								LocalDate.of(2011, 4, 2))),
				List.of(new ParkPage.Event("2011年4月2日", "批准建设", "环发〔2011〕40号，三部联合通知。", null, null),
						new ParkPage.Event("2010年", "提出申请", "", null, null)),
				List.of(new ParkCases.Start("award", "命名审批", "建设期满、指标达标后，申请考核验收和命名。", null, false),
						new ParkCases.Start("creation", "创建审批", "申请建设国家生态工业示范园区。", "园区已在建设中，不能再次申请。", false)),
				"/parks/1/cases", "s1", null);
	}

}
