package cn.ecopark.web.gallery;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.ecopark.notice.web.NoticePage;
import cn.ecopark.notice.web.NoticePage.Day;
import cn.ecopark.notice.web.NoticesPage;
import cn.ecopark.notice.web.ObjectionPage;
import cn.ecopark.notice.web.ObjectionStatusPage;
import cn.ecopark.notice.web.ReceiptPage;
import cn.ecopark.web.view.Choice;
import cn.ecopark.web.view.FieldError;
import cn.ecopark.web.view.Paging;
import cn.ecopark.web.view.Step;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** What the public sees of the notice of 2019-06-03; contacts are invented. */
final class PublicScenes {

	private static final String TITLE = "关于拟批准上海市工业综合开发区等 4 家园区为国家生态工业示范园区的公示";

	private static final LocalDate PUBLISHED = LocalDate.of(2019, 6, 3);

	private static final LocalDate CLOSES = LocalDate.of(2019, 6, 18);

	private PublicScenes() {
	}

	static NoticesPage notices() {
		return new NoticesPage("",
				List.of(new NoticesPage.Row("/notices/1", TITLE, PUBLISHED, CLOSES, false, 4,
						new Tag("公示中", Tone.QUIET), 4, null),
						new NoticesPage.Row("/notices/2", "关于拟批准 3 家园区为国家生态工业示范园区的公示", LocalDate.of(2018, 3, 1),
								LocalDate.of(2018, 3, 15), false, 3, new Tag("已期满", Tone.QUIET), null,
								"3 家园区均无成立的异议，转三部联合决定。")),
				new Paging(null, null));
	}

	static NoticePage running() {
		return notice(new NoticePage.Countdown(4, 6, 10, CLOSES, 10, weeks(), false), "/notices/1/objection", null);
	}

	static NoticePage over() {
		return notice(null, null, "3 家园区无异议，转三部联合决定命名；上海青浦工业园区的异议核实后不成立，一并办理。");
	}

	private static NoticePage notice(NoticePage.@Nullable Countdown countdown, @Nullable String objection,
			@Nullable String result) {
		LocalDate accepted = LocalDate.of(2018, 12, 28);
		return new NoticePage("1", TITLE, "国家生态工业示范园区建设协调领导小组办公室", PUBLISHED, CLOSES,
				new Tag(countdown == null ? "已期满" : "公示中", Tone.QUIET),
				List.of("根据《国家生态工业示范园区管理办法》（环发〔2015〕167号），经专家考核验收，下列 4 家园区达到国家生态工业示范园区标准要求，拟批准为国家生态工业示范园区，现予公示。"),
				List.of(new NoticePage.Park("上海市工业综合开发区", "上海市", "综合类", accepted, "/documents/1", null),
						new NoticePage.Park("上海青浦工业园区", "上海市", "综合类", accepted, "/documents/2",
								new Tag("异议核实中", Tone.WARN)),
						new NoticePage.Park("国家东中西区域合作示范区（连云港徐圩新区）", "江苏省", "行业类", accepted, "/documents/3", null),
						new NoticePage.Park("成都经济技术开发区", "四川省", "综合类", accepted, null, null)),
				countdown, objection, null,
				List.of(new NoticePage.Contact("电话", "010-5555 0118"), new NoticePage.Contact("传真", "010-5555 0119"),
						new NoticePage.Contact("电子邮件", "gongshi@example.gov.cn"),
						new NoticePage.Contact("来访", "工作日 9:00—11:30，14:00—17:00"),
						new NoticePage.Contact("来信", "北京市西城区示例路 1 号 领导小组办公室（邮编 100000）")),
				result, List.of(new NoticePage.Earlier("/notices/2", "2018 年第一批")));
	}

	private static List<NoticePage.Week> weeks() {
		Set<Integer> gone = Set.of(4, 5, 6, 10, 11);
		Set<Integer> coming = Set.of(13, 14, 17);
		List<NoticePage.Week> weeks = new ArrayList<>();
		for (int monday = 3; monday <= 17; monday += 7) {
			List<Day> days = new ArrayList<>();
			for (int day = monday; day < monday + 7; day++) {
				Day.State state = gone.contains(day) ? Day.State.GONE : coming.contains(day) ? Day.State.COMING
						: day == 12 ? Day.State.TODAY : day == 18 ? Day.State.LAST : Day.State.PLAIN;
				days.add(new Day(LocalDate.of(2019, 6, day), state, day == 7 ? "端午" : null));
			}
			weeks.add(new NoticePage.Week(days));
		}
		return weeks;
	}

	static ObjectionPage objection() {
		return new ObjectionPage("/notices/1/objection", TITLE, "/notices/1", CLOSES, 17,
				List.of(new Choice("i1", "上海市工业综合开发区", true), new Choice("i2", "上海青浦工业园区", false)),
				new ObjectionPage.Entry("", "张三", "", ""), null, "s1", List.of(new FieldError("text", "请写明异议内容")));
	}

	static ReceiptPage receipt() {
		return new ReceiptPage("YY-2019-0036-7KQ4M2XH", "上海青浦工业园区", TITLE, "/notices/1",
				LocalDateTime.of(2019, 6, 6, 10, 12), 17);
	}

	static ObjectionStatusPage status() {
		return new ObjectionStatusPage("YY-2019-0036-7KQ4M2XH", new ObjectionStatusPage.Found("YY-2019-0036-7KQ4M2XH",
				"上海青浦工业园区", TITLE, LocalDate.of(2019, 6, 6), new Tag("核实中", Tone.STRONG),
				List.of(new Step("收到", "6月6日", Step.State.DONE), new Step("分办", "6月10日", Step.State.DONE),
						new Step("核实", "10 个工作日", Step.State.PRESENT), new Step("答复", "5 个工作日", Step.State.FUTURE)),
				null, null));
	}

	static ObjectionStatusPage unknown() {
		return new ObjectionStatusPage("YY-2019-9999-AAAAAAAA", null);
	}

}
