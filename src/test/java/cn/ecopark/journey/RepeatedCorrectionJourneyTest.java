package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import cn.ecopark.journey.Browser.Answer;

/**
 * A park that never gets its documents right: sent back twice, given more time once, and
 * then somebody has to decide.
 */
class RepeatedCorrectionJourneyTest extends Journey {

	private static final String PARK = "天津子牙经济技术开发区";

	private static final String STAFF = "ziya.staff";

	@Test
	void isNeitherSentBackNorExtendedForEver() {
		as(STAFF).starts(PARK, "award");
		as(STAFF).does(PARK, "提交验收申请", "SUBMIT");
		as("tianjin.commerce").does(PARK, "商务部门提出初审意见", "AGREE");
		as("tianjin.science").does(PARK, "科技部门提出初审意见", "AGREE");
		as("tianjin.ecology").does(PARK, "省级初审", "FORWARD");
		sendsBack();
		assertThat(left(STAFF, "逐项补正")).contains("剩 20 个工作日");

		lapses();
		as("office.one").does(PARK, "处理逾期未补正", "EXTEND");
		assertThat(left(STAFF, "逐项补正")).contains("剩 10 个工作日");
		lapses();
		refused(as("office.one").attempts(PARK, "处理逾期未补正", "EXTEND"), "“同意延期”已有 1 次，本环节至多 1 次");
		as("office.one").does(PARK, "处理逾期未补正", "CLOSE", "opinion", "延期后仍未补正（虚构）。");
	}

	private void sendsBack() {
		as("office.one").does(PARK, "审查材料完整性", "SEND_BACK", "pointTarget.SEND_BACK", "document:workReport",
				"pointRemark.SEND_BACK", "请补充重点项目清单（虚构）");
	}

	/** The last day of the correction passes. */
	private void lapses() {
		on(LocalDate.parse(world().today()).plusDays(45).toString());
	}

	private String left(String name, String task) {
		return as(name).browser().open(as(name).find(PARK, task)).page().expectFirst(".task-tools .light").text();
	}

	private static void refused(Answer answer, String words) {
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.page().select("#outcome-error, .outcome-closed").text()).contains(words);
	}

}
