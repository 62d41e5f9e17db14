package cn.ecopark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import cn.ecopark.reading.SamplePdf;

/**
 * A province reads a report in Chromium: it finds words, remarks on a passage, changes
 * and removes what it wrote, makes a point to be corrected of a remark, and compares the
 * corrected version with the first.
 */
class ReadingBrowserTest extends BrowserJourney {

	private static final String PARK = "南京经济技术开发区";

	private static final String STAFF = "nanjing.staff";

	private static final String PROVINCE = "jiangsu.ecology";

	private static final String PASSAGE = "工业用水重复利用率达到百分之八十五";

	@Test
	void readsRemarksAndCompares() {
		as(STAFF).starts(PARK, "award");
		parkHandsIn(report("百分之八十五"));
		as("jiangsu.commerce").does(PARK, "商务部门提出初审意见", "AGREE");
		as("jiangsu.science").does(PARK, "科技部门提出初审意见", "AGREE");

		Page page = desk(PROVINCE, 1440, 900);
		page.navigate(as(PROVINCE).find(PARK, "省级初审"));
		Locator viewer = page.locator("[data-viewer]");
		page.locator("a.document-name", new Page.LocatorOptions().setHasText("工作报告")).first().click();
		assertThat(viewer.locator(".textLayer").first()).containsText("园区");
		assertThat(page.locator(".document-reading", new Page.LocatorOptions().setHasText("文字已提取")).first())
			.isVisible();
		find(page);
		remark(page);
		removes(page);
		picture(page, "reading-remark-1440");
		isAccessible(page);
		sendsBack(page);
		page.context().close();

		parkCorrects(report("百分之九十一"));
		comparesVersions();
		onAPhone();
	}

	private void find(Page page) {
		Locator viewer = page.locator("[data-viewer]");
		viewer.locator("[data-find] input").fill("工业用水 重复利用率");
		viewer.locator("[data-find] input").press("Enter");
		assertThat(viewer.locator("[data-side] li").first()).isVisible();
		assertThat(viewer.locator(".found").first()).isVisible();
		picture(page, "reading-found-1440");
		isAccessible(page);
		viewer.locator("[data-close]").click();
	}

	private void remark(Page page) {
		offered(page, () -> select(page, PASSAGE));
		page.locator("[data-remark-selected]").click();
		Locator form = page.locator("form.card");
		form.locator("button[type=submit]").click();
		assertThat(form.locator("[data-problem]")).isVisible();
		form.locator("textarea").fill("与第九页的数字不一致，请核对（虚构）。");
		page.context().clearCookies();
		form.locator("button[type=submit]").click();
		assertThat(form.locator("[data-problem]")).containsText("已退出登录");
		assertThat(form.locator("textarea")).hasValue("与第九页的数字不一致，请核对（虚构）。");
		Page tab = page.context().newPage();
		becomes(tab, PROVINCE);
		tab.close();
		page.bringToFront();
		page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
		Locator card = page.locator("#remark-1");
		assertThat(card).containsText("与第九页的数字不一致");
		card.locator("[data-change]").click();
		page.locator("form.card textarea").fill("与第九页的数字不一致，请说明口径（虚构）。");
		page.locator("form.card button[type=submit]").click();
		assertThat(page.locator("#remark-1")).containsText("请说明口径");
	}

	/** A second remark on everything that is on the page, which is then removed. */
	private void removes(Page page) {
		offered(page, () -> page.evaluate("""
				() => {
				  const layer = document.querySelector('#remark-1').closest('[data-page]').querySelector('.textLayer');
				  document.getSelection().selectAllChildren(layer);
				}"""));
		page.locator("[data-remark-selected]").click();
		page.locator("form.card textarea").fill("这一页可以删去（虚构）。");
		page.locator("form.card button[type=submit]").click();
		Locator card = page.locator("#remark-2");
		assertThat(card).containsText("这一页可以删去");
		card.locator("[data-remove]").click();
		card.locator("[data-remove]").click();
		assertThat(card).hasCount(0);
	}

	private void sendsBack(Page page) {
		page.locator("#remark-1 [data-point]").click();
		assertThat(page.locator("#remark-1 [data-is-point]")).isVisible();
		assertThat(page.locator("label[for=outcome-SEND_BACK]")).isVisible();
		page.locator("#opinion").fill("请按所列意见补正（虚构）。");
		picture(page, "reading-point-1440");
		fill(page);
		submit(page);
	}

	private void parkCorrects(byte[] corrected) {
		Page page = desk(STAFF, 1440, 900);
		page.navigate(as(STAFF).find(PARK, "逐项补正"));
		assertThat(page.locator("main")).containsText("请说明口径");
		page.locator("#documents .document", new Page.LocatorOptions().setHasText("工作报告"))
			.locator("input[type=file]")
			.last()
			.setInputFiles(new FilePayload("工作报告（修改）.pdf", "application/pdf", corrected));
		assertThat(page.locator("#documents .document", new Page.LocatorOptions().setHasText("工作报告（修改）"))).isVisible();
		picture(page, "reading-corrected-1440");
		page.context().close();
		as(STAFF).does(PARK, "逐项补正", "SUBMIT");
	}

	private void comparesVersions() {
		Page page = desk(PROVINCE, 1440, 900);
		page.navigate(as(PROVINCE).find(PARK, "省级初审"));
		page.locator("a.document-name", new Page.LocatorOptions().setHasText("工作报告")).first().click();
		assertThat(page.locator("#remark-1")).containsText("原文已改");
		picture(page, "reading-again-1440");
		String address = page.locator("[data-compare]").getAttribute("href");
		page.waitForCondition(() -> {
			page.navigate(world().address() + address);
			return page.locator("ins").count() > 0;
		});
		assertThat(page.locator("ins").allInnerTexts()).containsExactly("九", "一");
		assertThat(page.locator("del").allInnerTexts()).containsExactly("八", "五");
		picture(page, "reading-compared-1440");
		isAccessible(page);
		page.setViewportSize(390, 844);
		picture(page, "reading-compared-390");
		fitsItsWidth(page);
		page.context().close();
	}

	private void onAPhone() {
		Page page = desk(PROVINCE, 390, 844);
		page.navigate(as(PROVINCE).find(PARK, "省级初审"));
		page.locator("a.document-name", new Page.LocatorOptions().setHasText("工作报告")).first().click();
		assertThat(page.locator(".textLayer").first()).containsText("园区");
		picture(page, "reading-390");
		isAccessible(page);
		fitsItsWidth(page);
		page.context().close();
	}

	private void parkHandsIn(byte[] report) {
		Page page = desk(STAFF, 1440, 900);
		page.navigate(as(STAFF).find(PARK, "提交验收申请"));
		page.locator("#documents .document", new Page.LocatorOptions().setHasText("工作报告"))
			.locator("input[type=file]")
			.first()
			.setInputFiles(new FilePayload("工作报告.pdf", "application/pdf", report));
		assertThat(page.locator("#documents a.document-name", new Page.LocatorOptions().setHasText("工作报告")))
			.isVisible();
		page.context().close();
		as(STAFF).does(PARK, "提交验收申请", "SUBMIT");
	}

	/** As somebody does who draws the mouse over words. */
	/**
	 * While a page is being drawn anew a selection on it is lost, and whoever reads
	 * selects again.
	 */
	private static void offered(Page page, Runnable selects) {
		page.waitForCondition(() -> {
			selects.run();
			return page.locator("[data-remark-selected]").isVisible();
		});
	}

	private static void select(Page page, String words) {
		page.locator(".textLayer span", new Page.LocatorOptions().setHasText(words)).first().evaluate("""
				(span, words) => {
				  const text = span.firstChild;
				  const from = text.data.indexOf(words);
				  document.getSelection().setBaseAndExtent(text, from, text, from + words.length);
				}""", words);
	}

	private static byte[] report(String share) {
		List<List<String>> pages = IntStream.rangeClosed(1, 12)
			.mapToObj(number -> Stream
				.concat(Stream.of("第" + number + "章　园区建设情况（虚构）"),
						IntStream.rangeClosed(1, 20)
							.mapToObj(line -> number == 3 && line == 6 ? "二〇一七年工业用水重复利用率达到" + share + "。"
									: "本节说明园区第" + number + "项任务的第" + line + "个方面，内容为虚构。"))
				.toList())
			.toList();
		byte[] report = SamplePdf.of(pages);
		assertThat(report.length).isPositive();
		return report;
	}

}
