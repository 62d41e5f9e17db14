package cn.ecopark.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;

/**
 * The Office urges a province in the browser; the province sees it, and its time ends.
 */
class UrgingBrowserTest extends BrowserJourney {

	private static final String PARK = "贵阳经济技术开发区";

	private static final String STEP = "省级初审";

	@Test
	void urgesAndGoesOn() {
		as("guiyang.staff").starts(PARK, "award");
		as("guiyang.staff").does(PARK, "提交验收申请", "SUBMIT");
		as("guizhou.commerce").does(PARK, "商务部门提出初审意见", "AGREE");
		as("guizhou.science").does(PARK, "科技部门提出初审意见", "AGREE");

		Page office = desk("office.one", 1440, 1000);
		opensTheCase(office);
		wholePicture(office, "case-urging-1440");
		opensTheStep(office);
		wholePicture(office, "urging-1440");
		isAccessible(office);
		office.locator("#text-urge").fill("材料已由商务、科技部门审毕，请尽快提出初审意见（虚构）。");
		office.locator("form[action$='/urge'] button[type=submit]").click();
		PlaywrightAssertions.assertThat(office.locator(".reminders")).containsText("已催办 1 次");

		opensTheStep(office);
		LocalDate lastDay = LocalDate.parse(String.valueOf(office.locator("#lastDay").getAttribute("min")));
		office.locator("#lastDay").fill(lastDay.minusDays(1).toString());
		office.locator("#text-last-day").fill("时限届满仍未提出意见（虚构）。");
		office.locator("form[action$='/last-day'] button[type=submit]").click();
		PlaywrightAssertions.assertThat(office.locator("#lastDay-error")).isVisible();
		wholePicture(office, "urging-refused-1440");
		isAccessible(office);
		office.locator("#lastDay").fill(lastDay.toString());
		office.locator("form[action$='/last-day'] button[type=submit]").click();
		PlaywrightAssertions.assertThat(office.locator(".reminders")).containsText("最后期限 " + lastDay);
		wholePicture(office, "case-urged-1440");
		isAccessible(office);

		provinceSeesIt();
		on(lastDay.plusDays(1).toString());
		opensTheStep(office);
		wholePicture(office, "urging-over-1440");
		Page phone = desk("office.one", 390, 844);
		opensTheCase(phone);
		opensTheStep(phone);
		fitsItsWidth(phone);
		wholePicture(phone, "urging-390");
		office.locator("#text-go-on").fill("经催办仍未答复（虚构）。");
		office.locator("form[action$='/go-on'] button[type=submit]").click();
		PlaywrightAssertions.assertThat(office.locator("main")).containsText("记为“逾期未答复”");
		wholePicture(office, "case-passed-over-1440");
	}

	private void provinceSeesIt() {
		Page province = desk("guizhou.ecology", 1440, 900);
		picture(province, "desk-urged-1440");
		isAccessible(province);
		province.navigate(as("guizhou.ecology").find(PARK, STEP));
		picture(province, "task-urged-1440");
		isAccessible(province);
		fitsItsWidth(province);
	}

	private static void opensTheCase(Page page) {
		page.navigate(page.url().replaceAll("/desk.*", "/cases?q=" + Browser.encode(PARK)));
		page.locator("main a[href^='/cases/']", new Page.LocatorOptions().setHasText(PARK)).first().click();
		page.waitForURL("**/cases/*");
	}

	private static void opensTheStep(Page page) {
		page.locator(".reminders li", new Page.LocatorOptions().setHasText(STEP)).locator("a").first().click();
		page.waitForURL("**/urging");
	}

}
