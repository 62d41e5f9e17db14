package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;

/**
 * Park, province, Office and ministry do one step each in Chromium, at a desk and on a
 * phone; every page is accessible.
 */
class BrowserJourneyTest extends BrowserJourney {

	private static final String PARK = "昆山高新技术产业开发区";

	private static final String NOTICE = "2018年第一批公示";

	private static final String[] EXPERTS = { "expert01", "expert02", "expert03", "expert04", "expert05" };

	@Test
	void eachPartyDoesItsStepInABrowser() {
		as("kunshan-ht.staff").starts(PARK, "award");
		parkHandsIn();
		as("jiangsu.commerce").does(PARK, "商务部门提出初审意见", "AGREE");
		as("jiangsu.science").does(PARK, "科技部门提出初审意见", "AGREE");
		provinceForwards();
		officeAdmits();
		casePageShowsTheWay();
		ministryVotes();
	}

	private void ministryVotes() {
		as("craes.staff").does(PARK, "制定核查方案", "READY");
		as("craes.staff").does(PARK, "现场核查", "DONE");
		as("craes.staff").does(PARK, "提出技术核查意见", "PASS");
		as("office.one").namesPanel(PARK, "组建验收组", EXPERTS);
		as("office.one").does(PARK, "召集验收会", "CALLED");
		for (String expert : EXPERTS) {
			as(expert).does(PARK, "专家表决", "PASS");
		}
		as("mofcom.staff").does(PARK, "三部代表表决", "PASS");
		as("most.staff").does(PARK, "三部代表表决", "PASS");
		Page page = desk("mee.staff", 1440, 1000);
		open(page, "三部代表表决");
		page.locator("label[for=outcome-PASS]").click();
		page.locator("#opinion").fill("同意通过考核验收（虚构）。");
		picture(page, "task-ministry-1440");
		isAccessible(page);
		submit(page);
		world().jobsRun();
		as(EXPERTS[0]).does(PARK, "形成验收意见", "PASS");
		AwardSteps.opinionIsSigned(world(), Regime.OF_2015, PARK, EXPERTS);
		noticeIsRead();
	}

	private void noticeIsRead() {
		as("office.one").composes("public-notice", NOTICE, PARK).expect(200);
		as("office.one").does(NOTICE, "起草公示", "DRAFTED", "f.publicationDay", "2018-01-05");
		for (String ministry : List.of("mee.staff", "mofcom.staff", "most.staff")) {
			as(ministry).votes(NOTICE, "会签", "VOTED", "AGREE");
		}
		world().jobsRun();
		on("2018-01-10");
		for (int width : new int[] { 1280, 390 }) {
			Page page = visitor(width, 900);
			page.navigate(world().address() + "/notices");
			page.locator("main a[href^='/notices/']").first().click();
			page.waitForURL("**/notices/*");
			picture(page, "notice-" + width);
			isAccessible(page);
		}
		Page batch = desk("office.one", 1440, 900);
		batch.navigate(world().address() + "/batches");
		isAccessible(batch);
		batch.locator("main a[href^='/batches/']:not([href*=new])").first().click();
		batch.waitForURL("**/batches/*");
		picture(batch, "batch-1440");
		isAccessible(batch);
	}

	private void parkHandsIn() {
		Page page = desk("kunshan-ht.staff", 1440, 900);
		open(page, "提交验收申请");
		Locator missing = page.locator("#documents li.missing input[type=file]");
		while (missing.count() > 0) {
			int before = missing.count();
			missing.first().setInputFiles(new FilePayload("材料.pdf", "application/pdf", IssuedDocuments.pdf()));
			page.waitForFunction(
					"before => document.querySelectorAll('#documents li.missing input[type=file]').length < before",
					before);
		}
		picture(page, "task-park-1440");
		fill(page);
		submit(page);
	}

	private void provinceForwards() {
		Page page = desk("jiangsu.ecology", 1440, 900);
		picture(page, "desk-province-1440");
		open(page, "省级初审");
		fill(page);
		page.locator("label[for=outcome-FORWARD]").click();
		page.locator("#opinion").fill("经会商，三部门初审意见一致，同意上报并建议受理（虚构）。");
		picture(page, "task-province-1440");
		submit(page);
	}

	private void officeAdmits() {
		Page page = desk("office.one", 1440, 1000);
		picture(page, "desk-office-1440");
		open(page, "审查材料完整性");
		page.locator("label[for=outcome-SEND_BACK]").click();
		page.locator("#opinion").fill("材料齐全，同意受理（虚构）。");
		PlaywrightAssertions.assertThat(page.locator("[data-draft-said]")).containsText("草稿已保存");
		picture(page, "task-office-send-back-1440");
		goesOnAfterANewSignIn(page);
		Page phone = desk("office.one", 390, 844);
		picture(phone, "desk-office-390");
		open(phone, "审查材料完整性");
		PlaywrightAssertions.assertThat(phone.locator("#opinion")).hasValue("材料齐全，同意受理（虚构）。");
		PlaywrightAssertions.assertThat(phone.locator("#outcome-SEND_BACK")).isChecked();
		picture(phone, "task-office-390");
		page.locator("label[for=outcome-ADMIT]").click();
		fill(page);
		picture(page, "task-office-1440");
		isAccessible(page);
		submit(page);
		isAccessible(page);
	}

	/** The session ends while somebody types, who signs in again in another window. */
	private void goesOnAfterANewSignIn(Page page) {
		page.context().clearCookies();
		page.locator("#opinion").fill("会话已经结束（虚构）。");
		PlaywrightAssertions.assertThat(page.locator("[data-draft-said]")).containsText("登录已失效");
		Page other = page.context().newPage();
		other.navigate(world().address() + "/demo/people");
		other.locator("button[name=person]", new Page.LocatorOptions().setHasText(Cast.displayName("office.one")))
			.first()
			.click();
		other.waitForURL("**/desk");
		other.close();
		page.bringToFront();
		page.locator("#opinion").fill("材料齐全，同意受理（虚构）。");
		PlaywrightAssertions.assertThat(page.locator("[data-draft-said]")).containsText("草稿已保存");
	}

	private void casePageShowsTheWay() {
		Page page = desk("mee.staff", 1440, 1000);
		page.navigate(world().address() + "/cases");
		isAccessible(page);
		picture(page, "cases-1440");
		page.locator("a", new Page.LocatorOptions().setHasText(PARK)).first().click();
		page.locator("svg .djs-shape, .djs-shape").first().waitFor();
		assertThat(page.locator("main").innerText()).contains("省级初审", "命-");
		picture(page, "case-1440");
		isAccessible(page);
		page.setViewportSize(390, 844);
		picture(page, "case-390");
	}

	private static void open(Page page, String task) {
		page.locator("table.worklist tbody tr", new Page.LocatorOptions().setHasText(task))
			.filter(new Locator.FilterOptions().setHasText(PARK))
			.first()
			.locator(".w-do a")
			.click();
		page.locator("[data-task]").waitFor();
	}

}
