package cn.ecopark.web.gallery;

import java.time.LocalDate;
import java.util.List;

import cn.ecopark.demo.web.ClockPage;
import cn.ecopark.demo.web.PeoplePage;
import cn.ecopark.organisation.web.FirstAdministratorPage;
import cn.ecopark.organisation.web.SignInPage;
import cn.ecopark.web.view.FieldError;

/** Ways into the system, and the date of the demonstration. */
final class DoorScenes {

	private static final LocalDate TODAY = LocalDate.of(2019, 6, 12);

	private DoorScenes() {
	}

	static SignInPage refused() {
		return new SignInPage("zhoumingyuan", true, 0, false, false, false);
	}

	static FirstAdministratorPage first() {
		return new FirstAdministratorPage("周明远", "zhoumingyuan", 12, List.of(new FieldError("code", "一次性代码不正确")));
	}

	static PeoplePage people() {
		PeoplePage.Person office = new PeoplePage.Person("3", "周明远", "领导小组办公室", "经办人", 23, 1);
		return new PeoplePage(TODAY, null, List.of(new PeoplePage.Suggestion("领导小组办公室", "从受理到印发的每一步都在办公室手里。", office)),
				List.of(new PeoplePage.Group("园区", "提交申报，逐项补正。",
						List.of(new PeoplePage.Person("1", "赵立群", "昆明经开区管委会", "经办人", 2, 0)),
						List.of(new PeoplePage.Person("2", "顾晓岚", "上海市工业综合开发区管委会", "经办人", 0, 0))),
						new PeoplePage.Group("领导小组办公室", "组织国家层面的各个步骤。", List.of(office), List.of())),
				List.of(new PeoplePage.Sample("建设规划", "/demo/files/constructionPlan")));
	}

	static ClockPage clock() {
		ClockPage.Due due = new ClockPage.Due(LocalDate.of(2019, 6, 18), "公示期满", "2019 年第一批公示");
		return new ClockPage(TODAY, TODAY.plusDays(1), List.of(due),
				new ClockPage.Moved(LocalDate.of(2019, 6, 3), TODAY, List.of(due)), "s1", List.of());
	}

}
