package cn.ecopark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;

import cn.ecopark.SamplePapers;

/**
 * A park uploads a large file in Chromium: the line breaks, it pauses, the browser is
 * closed, and it goes on from where it was.
 */
@Tag("browser")
class UploadBrowserTest extends Journey {

	private static final Path PICTURES = Path.of("target", "screenshots");

	private static final String PARK = "泰州医药高新技术产业开发区";

	private static final LocatorAssertions.IsVisibleOptions PATIENTLY = new LocatorAssertions.IsVisibleOptions()
		.setTimeout(60_000);

	@TempDir
	private Path folder;

	private Playwright playwright;

	private com.microsoft.playwright.Browser chromium;

	@BeforeAll
	void open() {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.chromium = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions()
				.setExecutablePath(Path.of(System.getProperty("ecopark.chromium", "/usr/bin/chromium")))
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	@AfterAll
	void close() {
		this.playwright.close();
	}

	@Test
	void goesOnAfterEverything() throws IOException {
		as("taizhou.staff").starts(PARK, "CREATION");
		Path plan = file("建设规划（报批稿）.pdf", 120L << 20);
		Path other = file("建设规划（别的）.pdf", 1L << 20);
		Page page = task(1440, 900);

		Locator line = page.locator("#documents li.missing").first();
		String id = line.getAttribute("id");
		slow(page);
		page.locator("#" + id + " form.upload input[type=file]").setInputFiles(plan);
		Locator uploading = page.locator("#" + id + " [data-uploading]");
		page.waitForFunction("line => parseInt(document.querySelector(`#${line} [data-percent]`).textContent) > 8", id);
		picture(page, "upload-sending-1440");
		isAccessible(page);

		page.context().setOffline(true);
		assertThat(uploading.getByText("连接中断")).isVisible(PATIENTLY);
		picture(page, "upload-broken-1440");
		page.context().setOffline(false);
		assertThat(uploading.getByText("正在上传")).isVisible(PATIENTLY);
		uploading.getByText("暂停").click();
		assertThat(uploading.getByText("已暂停")).isVisible(PATIENTLY);
		page.context().close();

		refusesWithReasons();

		Page again = task(390, 844);
		Locator unfinished = again.locator("#" + id + " [data-unfinished]");
		assertThat(unfinished.getByText("继续上传（已传")).isVisible();
		unfinished.scrollIntoViewIfNeeded();
		picture(again, "upload-unfinished-390");
		isAccessible(again);
		unfinished.locator("[data-resume]").setInputFiles(other);
		assertThat(again.locator("#" + id + " .upload-problem")).containsText("不是同一个文件");
		unfinished.locator("[data-resume]").setInputFiles(plan);
		assertThat(again.locator("#" + id + " a.document-name")).isVisible(PATIENTLY);
		assertThat(again.locator("#" + id + " [data-unfinished]")).hasCount(0);
		picture(again, "upload-done-390");
		again.context().close();
	}

	private void refusesWithReasons() {
		Page page = task(1440, 900);
		String id = page.locator("#documents li.missing").last().getAttribute("id");
		page.locator("#" + id + " form.upload input[type=file]")
			.setInputFiles(new FilePayload("批复.pdf", "application/pdf", SamplePapers.brokenPdf()));
		Locator refused = page.locator("#" + id + " .paper-state.refused");
		assertThat(refused.getByText("未通过检查")).isVisible(PATIENTLY);
		refused.scrollIntoViewIfNeeded();
		picture(page, "upload-refused-1440");
		isAccessible(page);
		refused.getByText("知道了，移除").click();
		assertThat(refused).hasCount(0);
		page.context().close();
	}

	private Path file(String name, long size) throws IOException {
		Path file = this.folder.resolve(name);
		try (InputStream bytes = SamplePapers.largePdf(size)) {
			Files.copy(bytes, file);
		}
		return file;
	}

	private Page task(int width, int height) {
		BrowserContext context = this.chromium.newContext(new NewContextOptions().setViewportSize(width, height)
			.setLocale("zh-CN")
			.setTimezoneId("Asia/Shanghai"));
		Page page = context.newPage();
		page.navigate(world().address() + "/demo/people");
		page.locator("button[name=person]", new Page.LocatorOptions().setHasText(Cast.displayName("taizhou.staff")))
			.first()
			.click();
		page.waitForURL("**/desk");
		page.navigate(as("taizhou.staff").find(PARK, "提交申报"));
		return page;
	}

	/** Twelve megabytes a second. */
	private static void slow(Page page) {
		CDPSession session = page.context().newCDPSession(page);
		session.send("Network.enable");
		JsonObject conditions = new JsonObject();
		conditions.addProperty("offline", false);
		conditions.addProperty("latency", 0);
		conditions.addProperty("downloadThroughput", -1);
		conditions.addProperty("uploadThroughput", 12 << 20);
		session.send("Network.emulateNetworkConditions", conditions);
	}

	private static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
	}

	private static void isAccessible(Page page) {
		List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
		assertThat(violations).extracting(Rule::getId, Rule::getDescription).isEmpty();
	}

}
