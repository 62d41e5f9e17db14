package cn.ecopark.web.gallery;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.springframework.web.util.UriComponentsBuilder;

import cn.ecopark.batch.web.BatchListPage;
import cn.ecopark.batch.web.BatchPage;
import cn.ecopark.batch.web.ComposePage;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.ListTools;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.TimeLeft;
import cn.ecopark.web.view.Tone;

/** Batches. */
final class BatchScenes {

	private static final Tag AGREE = new Tag("同意", Tone.GOOD);

	private BatchScenes() {
	}

	static BatchListPage list() {
		return new BatchListPage(
				List.of(new BatchListPage.Waiting("construction-approval", "批准建设", 2, LocalDate.of(2019, 6, 18),
						"/batches/new?kind=construction-approval"),
						new BatchListPage.Waiting("public-notice", "公示", 1, null, "/batches/new?kind=public-notice")),
				List.of(new BatchListPage.Row("1", "/batches/1", "2019 年第一批命名", "命名", 4, new Tag("会签中", Tone.STRONG),
						"会签・商务部、科技部", LocalDate.of(2019, 6, 19)),
						new BatchListPage.Row("2", "/batches/2", "2019 年第一批公示", "公示", 4, new Tag("已办结", Tone.GOOD),
								null, LocalDate.of(2019, 5, 20))),
				new Paging(null, null), ListTools.of(UriComponentsBuilder.fromPath("/batches")));
	}

	static ComposePage compose() {
		return new ComposePage("construction-approval", "2015-167", "批准建设", "2019 年第二批批准建设",
				"一般每 36 个月一批。上一批于 2016-06-10 决定，下一批一般在 2019-06-10 之后。", "编成后由办公室起草联合通知（10 个工作日），再送三部会签；编入的园区不再单独办理。",
				List.of(new ComposePage.Waiting("w1", "泰州医药高新技术产业开发区", List.of("江苏省", "综合类", "2017-创-0009"), "/cases/3",
						LocalDate.of(2019, 5, 29), "论证通过 2018-02-05", TimeLeft.until(LocalDate.of(2019, 6, 18), 4),
						true, null),
						new ComposePage.Waiting("w2", "贵阳高新技术产业开发区", List.of("贵州省", "综合类", "2018-创-0014"), "/cases/5",
								LocalDate.of(2019, 6, 10), null, TimeLeft.none(), false,
								"“上海青浦工业园区”的案卷中没有考核验收通过的意见，不能作出决定。请先补办这一环节；流程图略去这一环节的，请系统管理员更正。")),
				"s1", List.of(new FieldError("item", "请至少选择一个园区")));
	}

	static BatchPage naming() {
		return new BatchPage("1", new BatchPage.Heading("2019 年第一批命名", new Tag("会签中", Tone.STRONG), List
			.of("命名", "4 家园区", "2019-06-19 编成"), "环科财〔2019〕71号"), List.of(
					new Step("编成", "2019-06-19", Step.State.DONE), new Step("起草联合通知", "2019-06-24", Step.State.DONE),
					new Step("会签", "3 部，已交 1 部", Step.State.PRESENT), new Step("协调", "意见不一致时",
							Step.State.FUTURE),
					new Step("编号、印发", "5 个工作日", Step.State.FUTURE)),
				List.of(new BatchPage.Body("生态环境部", LocalDate.of(2019, 6, 26)), new BatchPage.Body("商务部", null),
						new BatchPage.Body("科技部", null)),
				List.of(new BatchPage.ParkRow("上海市工业综合开发区", List.of("上海市", "综合类"), "/cases/1",
						new Tag("在批次中", Tone.QUIET),
						Arrays.asList(new BatchPage.Ballot(AGREE, null, "李明（代）", LocalDate.of(2019, 6, 26), true), null,
								null)),
						new BatchPage.ParkRow("上海青浦工业园区", List.of("上海市", "综合类"), "/cases/2", new Tag("已移出", Tone.WARN),
								Arrays.asList(
										new BatchPage.Ballot(new Tag("不同意", Tone.BAD), "异议尚未办结。", "李明",
												LocalDate.of(2019, 6, 26), false),
										null,
										new BatchPage.Ballot(new Tag("弃权", Tone.QUIET), null, "赵宁",
												LocalDate.of(2019, 6, 27), true)))),
				List.of(new BatchPage.Signature(1, "生态环境部", List.of("上海市工业综合开发区"), AGREE, null, "李明（代）",
						List.of("拟办：王芳（2019-06-25 10:20）", "签发：李明（2019-06-26 09:00）"), LocalDate.of(2019, 6, 26),
						"第2稿（2019-06-24起草，校验码 9f86d081）", true),
						new BatchPage.Signature(1, "生态环境部", List.of("上海青浦工业园区"), new Tag("不同意", Tone.BAD), "异议尚未办结。",
								"李明", List.of(), LocalDate.of(2019, 6, 26), "第1稿（2019-06-20起草，校验码 2c26b46b），文稿此后已改",
								false)),
				CaseScenes.material(CaseScenes.documents(null), CaseScenes.opinions().subList(0, 1), List.of()),
				CaseScenes.timeline().subList(1, 4),
				List.of(new BatchPage.Issued("环科财〔2019〕70号", LocalDate.of(2019, 6, 25), new Tag("已被替代", Tone.WARN),
						"环科财〔2019〕71号", "/papers/AAAA"),
						new BatchPage.Issued("环科财〔2019〕71号", LocalDate.of(2019, 7, 5), new Tag("已印发", Tone.GOOD), null,
								"/papers/BBBB")),
				new BatchPage.Task("/tasks/7", "会签"));
	}

}
