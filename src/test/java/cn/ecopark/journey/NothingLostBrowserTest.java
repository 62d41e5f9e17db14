package cn.ecopark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.journey.AwardSteps.Applicant;

/**
 * Everything that may come between a press and its answer: the text is still there, and
 * one more press goes on.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingLostBrowserTest extends BrowserJourney {

	private static final String PARK = "乌鲁木齐经济技术开发区";

	private static final String STAFF = "urumqi.staff";

	private static final String NOTICED = "廊坊经济技术开发区";

	private static final Pattern DESK = Pattern.compile("/desk");

	/** Scripts, styles and fonts are there already. */
	private static final int SECOND_VIEW = 40_000;

	/** From the network of the one that was filed last. */
	private static final String MANY_OBJECTIONS = """
			INSERT INTO rate_limit (use, network)
			SELECT last.use, last.network
			  FROM (SELECT use, network FROM rate_limit WHERE use = 'objection.filed' ORDER BY at DESC LIMIT 1) last,
			       generate_series(1, 100)
			""";

	@Autowired
	private JdbcClient jdbc;

	/** What the page and all it needs send over the line when it is opened once more. */
	private static int sentAgain(Page page) {
		page.navigate(page.url());
		page.waitForLoadState(LoadState.NETWORKIDLE);
		return (Integer) page.evaluate("""
				[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
				    .reduce((sum, one) => sum + one.transferSize, 0)""");
	}

	@Test
	@Order(1)
	void entersNothingByEnter() {
		as(STAFF).starts(PARK, "award");
		Page page = task(STAFF, PARK, "提交验收申请");
		assertThat(sentAgain(page)).as("bytes of a second view").isBetween(1_000, SECOND_VIEW);
		Locator line = page.locator("[data-task] input[type=text]").first();
		line.fill("写到一半（虚构）");
		line.press("Enter");

		page.waitForTimeout(1000);
		assertThat(page.locator("[data-task] [data-errors]")).hasCount(0);
		assertThat(line).hasValue("写到一半（虚构）");
		assertThat(line.evaluate("field => document.activeElement !== field")).isEqualTo(true);

		// What is lacking is told at once, not after the question whether it should be
		// submitted.
		page.locator("[data-submit-button]").click();
		assertThat(page.locator("[data-task] [data-errors]")).isVisible();
		page.context().close();
		as(STAFF).does(PARK, "提交验收申请", "SUBMIT");
	}

	@Test
	@Order(2)
	void keepsTheTextWhenTheSessionIsGone() {
		String typed = "会话结束前写下的意见（虚构）。";
		Page page = task("xinjiang.commerce", PARK, "商务部门提出初审意见");
		String address = page.url();
		page.locator("label[for=outcome-AGREE]").click();
		page.locator("#opinion").fill(typed);
		page.context().clearCookies();
		press(page);

		assertThat(page.locator("#problem")).containsText("您已退出登录");
		assertThat(page.locator("#opinion")).hasValue(typed);
		assertThat(page.url()).isEqualTo(address);
		wholePicture(page, "lost-session-1440");
		page.locator("#problem a").click();
		assertThat(page.locator("[data-kept-note]")).isVisible();
		picture(page, "lost-session-sign-in-1440");
		becomes(page, "xinjiang.commerce");
		assertThat(page.locator("#problem")).containsText("没有提交的内容");
		page.locator("#problem a").click();
		assertThat(page.locator("#opinion")).hasValue(typed);
		assertThat(page.locator("input[value=AGREE]")).isChecked();
		press(page);
		assertThat(page).hasURL(DESK);
		page.context().close();
	}

	@Test
	@Order(3)
	void keepsTheTextWithoutALineAndGoesOnInTheSessionOfAnotherTab() {
		String typed = "断网时写下的意见（虚构）。";
		Page page = task("xinjiang.science", PARK, "科技部门提出初审意见");
		BrowserContext browser = page.context();
		page.locator("label[for=outcome-AGREE]").click();
		page.locator("#opinion").fill(typed);
		browser.setOffline(true);
		press(page);
		assertThat(page.locator("#problem")).containsText("现在连不上服务器");
		assertThat(page.locator("#opinion")).hasValue(typed);
		picture(page, "lost-line-1440");
		browser.setOffline(false);

		browser.clearCookies();
		// What the page sends by itself now begins no session: its answer may come after
		// somebody has signed in in the other tab, and would sign them out.
		page.locator("#opinion").dispatchEvent("input");
		assertThat(page.locator("[data-draft-said]")).containsText("登录已失效");
		assertThat(browser.cookies()).extracting(cookie -> cookie.name + "=" + cookie.value).isEmpty();
		Page tab = browser.newPage();
		tab.navigate(world().address());
		becomes(tab, "xinjiang.commerce");
		press(page);
		assertThat(page.locator("#problem")).containsText("另一个人");
		assertThat(page.locator("#opinion")).hasValue(typed);
		becomes(tab, "xinjiang.science");
		press(page);
		assertThat(page).hasURL(DESK);
		browser.close();
	}

	@Test
	@Order(4)
	void keepsTheTextOfWhoeverWasSlower() {
		String typed = "慢了一步的意见（虚构）。";
		String task = as("xinjiang.ecology").find(PARK, "省级初审");
		Page page = task("xinjiang.ecology", PARK, "省级初审");
		page.locator("label[for=outcome-FORWARD]").click();
		fill(page);
		page.locator("#opinion").fill("长".repeat(4001));
		assertThat(page.locator(".opinion-box .too-long")).containsText("超出 1 个字");
		press(page);
		assertThat(page.locator("#problem")).containsText("超出了字数");
		page.locator("#opinion").fill(typed);

		page.evaluate("addEventListener('beforeunload', (event) => window.leaves || event.preventDefault())");
		page.onceDialog(Dialog::dismiss);
		press(page);
		assertThat(page.locator("form[data-task][data-sent]")).hasCount(1);
		assertThat(page.locator("form[data-task][data-sent]")).hasCount(0);
		page.locator("#opinion").press("End");
		page.locator("#opinion").pressSequentially("补一句。");
		assertThat(page.locator("[data-draft-said]")).containsText("草稿已保存");
		page.evaluate("window.leaves = true");

		Page colleague = desk("xinjiang.ecology.supervisor", 1440, 900);
		colleague.navigate(task);
		assertThat(colleague.locator("[data-others]")).containsText(Cast.displayName("xinjiang.ecology"));
		picture(colleague, "lost-colleague-present-1440");
		isAccessible(colleague);
		page.locator("#opinion").pressSequentially("再补一句。");
		assertThat(page.locator("[data-others]")).containsText(Cast.displayName("xinjiang.ecology.supervisor"));
		colleague.context().close();
		as("xinjiang.ecology.supervisor").does(PARK, "省级初审", "FORWARD");
		press(page);
		assertThat(page.locator("[data-problem]").first()).isVisible();
		assertThat(page.locator(".unsent textarea").first()).hasValue(typed + "补一句。再补一句。");
		wholePicture(page, "lost-colleague-quicker-1440");
		isAccessible(page);
		page.navigate(task);
		assertThat(page.locator(".unsent textarea").first()).hasValue(typed + "补一句。再补一句。");
		page.context().close();
	}

	@Test
	@Order(5)
	void keepsWhatAnAdministratorTyped() {
		Page page = visitor(1440, 900);
		becomes(page, "system.admin");
		page.navigate(world().address() + "/admin/parks");
		Locator form = page.locator("form[method=post][action$='/admin/parks']");
		page.locator("details:has(form[method=post][action$='/admin/parks']):not([open]) summary")
			.all()
			.forEach(Locator::click);
		form.locator("[name=name]").fill("长".repeat(61));
		assertThat(form.locator(".too-long")).containsText("超出 1 个字");
		form.locator("[name=name]").fill("某某产业园区（虚构）");
		form.locator("[name=level]").fill("省级开发区");
		page.context().clearCookies();
		form.locator("button[type=submit]").click();
		assertThat(page.locator("#problem")).containsText("您已退出登录");
		page.locator("#problem a").click();
		assertThat(page.locator("[data-kept-note]")).isVisible();
		// The page that a system administrator comes to is the one that was left.
		becomes(page, "system.admin");
		assertThat(form.locator("[name=name]")).hasValue("某某产业园区（虚构）");
		assertThat(form.locator("[name=level]")).hasValue("省级开发区");
		picture(page, "lost-administrator-1440");
		form.locator("button[type=submit]").click();
		assertThat(page).hasURL(Pattern.compile("/admin/parks/\\d+"));
		page.context().close();
	}

	/**
	 * The last day is bound by the first: while it is typed, in the order of the browser,
	 * nothing of it is thrown away.
	 */
	@Test
	@Order(6)
	void takesADateThatIsTypedKeyByKey() {
		award().apply();
		Page page = task("craes.staff", NOTICED, "制定核查方案");
		page.route(Pattern.compile("/draft"), Route::abort);
		page.locator("[name='f.visitFrom']").fill("2018-03-01");
		Locator last = page.locator("[name='f.visitTo']");

		assertThat(Stream.of("0 3 1 5 2 0 1 8", "2 0 1 8 ArrowRight 0 3 1 5").map(keys -> typed(last, keys)))
			.contains("2018-03-15");
		assertThat(last).hasAttribute("min", "2018-03-01");
		// What a page sends as it is closed no route stops: the next test finds no draft.
		last.fill("");
		page.locator("[name='f.visitFrom']").fill("");
		page.context().close();
	}

	private static String typed(Locator date, String keys) {
		date.fill("");
		date.focus();
		for (String key : keys.split(" ")) {
			date.page().keyboard().press(key);
		}
		return date.inputValue();
	}

	@Test
	@Order(7)
	void keepsWhatACitizenWrote() {
		AwardSteps award = award();
		award.areChecked();
		award.areAccepted();
		String day = nextWorkingDay(LocalDate.parse(world().today())).toString();
		award.noticeIsConfirmed(day);
		on(day);
		withoutScripts();
		Page page = visitor(1440, 900);
		objects(page, "会话没有了也要提出的异议（虚构）。");
		page.context().clearCookies();
		page.locator("#send").click();
		assertThat(page.locator(".receipt-number")).isVisible();

		objects(page, "被误当作机器的异议（虚构）。");
		page.evaluate("document.getElementById('website').value = 'http://spam.example'");
		page.locator("#send").click();
		assertThat(page.locator("[data-errors]")).isVisible();
		assertThat(page.locator("#text")).hasValue("被误当作机器的异议（虚构）。");
		page.locator("#send").click();
		assertThat(page.locator(".receipt-number")).isVisible();

		objects(page, "断网时提出的异议（虚构）。");
		page.context().setOffline(true);
		page.locator("#send").click();
		assertThat(page.locator("#problem")).containsText("现在连不上服务器");
		assertThat(page.locator("#text")).hasValue("断网时提出的异议（虚构）。");
		page.context().setOffline(false);
		page.locator("#send").click();
		assertThat(page.locator(".receipt-number")).isVisible();
		this.jdbc.sql(MANY_OBJECTIONS).update();
		objects(page, "很多异议之后马上提出的一件（虚构）。");
		page.locator("#send").click();
		assertThat(page.locator("[data-errors]")).isVisible();
		assertThat(page.locator("#text")).hasValue("很多异议之后马上提出的一件（虚构）。");
		wholePicture(page, "lost-throttle-1440");
		isAccessible(page);
		page.context().close();
	}

	private AwardSteps award() {
		return new AwardSteps(world(), Map.of(NOTICED, new Applicant("langfang.staff", "hebei")), 2018);
	}

	/** The server alone gives the words back, too. */
	private void withoutScripts() {
		Page page = visitor(390, 844, false);
		objects(page, "没有脚本的异议（虚构）。");
		page.context().clearCookies();
		page.locator("#send").click();
		assertThat(page.locator("[data-errors]")).containsText("请再按一次");
		assertThat(page.locator("#text")).hasValue("没有脚本的异议（虚构）。");
		picture(page, "lost-session-no-script-390");
		page.locator("#send").click();
		assertThat(page.locator(".receipt-number")).isVisible();
		page.context().close();
	}

	private static LocalDate nextWorkingDay(LocalDate today) {
		LocalDate day = today.plusDays(1);
		while (day.getDayOfWeek().getValue() > 5) {
			day = day.plusDays(1);
		}
		return day;
	}

	private void objects(Page page, String text) {
		page.navigate(world().address() + "/notices");
		page.locator("main a[href^='/notices/']").first().click();
		page.locator("a[href$='/objection']").first().click();
		page.locator("[name=park]").first().check(new Locator.CheckOptions().setForce(true));
		page.locator("#text").fill(text);
	}

	private Page task(String person, String about, String name) {
		String address = as(person).find(about, name);
		Page page = desk(person, 1440, 900);
		page.navigate(address);
		return page;
	}

}
