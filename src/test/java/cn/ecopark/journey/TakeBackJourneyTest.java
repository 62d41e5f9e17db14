package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.journey.Browser.Answer;
import cn.ecopark.journey.Browser.Field;
import cn.ecopark.process.WorklistAgreement;

/**
 * A park hands its application in, sees a mistake, takes it back before anybody has begun
 * with it, and hands it in anew with the files it had.
 */
@TestPropertySource(properties = "test.database=takeback")
class TakeBackJourneyTest extends Journey {

	private static final String PARK = "东莞生态产业园区";

	private static final String STAFF = "dongguan.staff";

	private static final String TASK = "提交验收申请";

	private static final String OPINION = "商务部门提出初审意见";

	@Autowired
	private ApplicationContext context;

	@Test
	void aParkTakesItsApplicationBackAndHandsItInAgain() {
		as(STAFF).starts(PARK, "award");
		String first = as(STAFF).find(PARK, TASK);
		Answer done = as(STAFF).submit(first, "SUBMIT", "opinion", "第一次提交（虚构）。").expect(200);
		assertThat(as("guangdong.commerce").has(PARK, OPINION)).isTrue();
		String caseFile = as(STAFF).file(PARK);
		assertThat(caseFile).contains("材料接收回执").doesNotContain("已作废");

		Element link = done.page().expectFirst(".flash a");
		Document page = as(STAFF).browser().open(link.absUrl("href")).expect(200).page();
		assertThat(page.text()).contains("本案随之回到草稿", "商务部门提出初审意见", "科技部门提出初审意见");
		Document refused = send(page, "").expect(422).page();
		assertThat(refused.select(".errors").text()).contains("理由");
		Document back = send(refused, "年份填错了（虚构）").expect(200).page();

		assertThat(back.text()).contains("已撤回。填写的内容和材料已作为草稿放回本环节", TASK);
		assertThat(back.expectFirst("#opinion").text()).isEqualTo("第一次提交（虚构）。");
		assertThat(back.expectFirst("[name=f.firstYear]").attr("value")).isNotEmpty();
		assertThat(as("guangdong.commerce").has(PARK, OPINION)).isFalse();
		assertThat(as("guangdong.ecology").cases()).doesNotContain(PARK);
		assertThat(as(STAFF).file(PARK)).contains("已作废", "撤回“提交验收申请”的提交", "年份填错了（虚构）", "已撤回（");
		WorklistAgreement.isComplete(this.context);
		as(STAFF).browser().open(link.absUrl("href")).expect(409);

		as(STAFF).browser().post(new FormFiller(back, "form[data-task]").action(), resubmitted(back)).expect(200);

		assertThat(as("guangdong.commerce").has(PARK, OPINION)).isTrue();
		assertThat(as("guangdong.ecology").cases()).contains(PARK);
		assertThat(as(STAFF).documents(PARK)).isNotEmpty();
		as("guangdong.commerce").browser().open(as("guangdong.commerce").find(PARK, OPINION)).expect(200);
		WorklistAgreement.isComplete(this.context);
	}

	/** Nothing is handed in or filled in anew: only what came back with the page. */
	private static List<Field> resubmitted(Document page) {
		List<Field> fields = new ArrayList<>();
		for (Element one : page.select("form[data-task] [name]")) {
			boolean chosen = !one.attr("type").matches("radio|checkbox") || one.hasAttr("checked");
			if (chosen && !one.is("button") && !one.attr("type").equals("file")) {
				String value = one.is("select") ? one.select("option[selected]").attr("value")
						: one.is("textarea") ? one.wholeText() : one.attr("value");
				fields.add(new Field(one.attr("name"), value));
			}
		}
		if (fields.stream().noneMatch(field -> field.name().equals("outcome"))) {
			fields.add(new Field("outcome", "SUBMIT"));
		}
		return fields;
	}

	private Answer send(Document page, String reason) {
		Element form = page.expectFirst("form[action*=take-back]");
		List<Field> fields = new ArrayList<>();
		form.select("input[type=hidden]")
			.forEach(hidden -> fields.add(new Field(hidden.attr("name"), hidden.attr("value"))));
		fields.add(new Field("reason", reason));
		return as(STAFF).browser().post(form.absUrl("action"), fields);
	}

}
