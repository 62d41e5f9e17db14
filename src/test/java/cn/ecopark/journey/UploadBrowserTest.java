package cn.ecopark.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import cn.ecopark.SampleFiles;

/**
 * A park uploads a large file in Chromium: the line breaks, it pauses, the browser is
 * closed, and it goes on from where it was.
 */
class UploadBrowserTest extends BrowserJourney {

	private static final String PARK = "贵阳高新技术产业开发区";

	private static final String STAFF = "guiyang-ht.staff";

	@TempDir
	private Path folder;

	@Test
	void goesOnAfterEverything() throws IOException {
		as(STAFF).starts(PARK, "award");
		Path plan = file("建设规划（报批稿）.pdf", 120L << 20);
		Path other = file("建设规划（别的）.pdf", 1L << 20);
		Page page = task(1440, 900);

		Locator line = page.locator("#documents li.missing").first();
		String id = line.getAttribute("id");
		Consumer<Boolean> breaks = line(page);
		breaks.accept(false);
		page.locator("#" + id + " form.upload input[type=file]").setInputFiles(plan);
		Locator uploading = page.locator("#" + id + " [data-uploading]");
		page.waitForFunction("line => parseInt(document.querySelector(`#${line} [data-percent]`).textContent) > 8", id);
		picture(page, "upload-sending-1440");
		isAccessible(page);

		breaks.accept(true);
		assertThat(uploading.getByText("连接中断")).isVisible();
		picture(page, "upload-broken-1440");
		breaks.accept(false);
		assertThat(uploading.getByText("正在上传")).isVisible();
		uploading.getByText("暂停").click();
		assertThat(uploading.getByText("已暂停")).isVisible();
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
		assertThat(again.locator("#" + id + " a.document-name")).isVisible();
		assertThat(again.locator("#" + id + " [data-unfinished]")).hasCount(0);
		picture(again, "upload-done-390");
		again.context().close();
	}

	private void refusesWithReasons() {
		Page page = task(1440, 900);
		String id = page.locator("#documents li.missing").last().getAttribute("id");
		Locator choice = page.locator("#" + id + " form.upload input[type=file]");
		choice.focus();
		choice.setInputFiles(new FilePayload("批复.pdf", "application/pdf", SampleFiles.brokenPdf()));
		Locator refused = page.locator("#" + id + " .document-state.refused");
		assertThat(refused.getByText("未通过检查")).isVisible();
		// Whoever works by keyboard stays at the line, though the list was drawn anew.
		assertThat(page.locator("#" + id)).isFocused();
		refused.scrollIntoViewIfNeeded();
		picture(page, "upload-refused-1440");
		isAccessible(page);
		refused.getByText("知道了，移除").click();
		assertThat(refused).hasCount(0);
		page.context().close();
	}

	private Path file(String name, long size) throws IOException {
		Path file = this.folder.resolve(name);
		try (InputStream bytes = SampleFiles.largePdf(size)) {
			Files.copy(bytes, file);
		}
		return file;
	}

	private Page task(int width, int height) {
		Page page = desk(STAFF, width, height);
		page.navigate(as(STAFF).find(PARK, "提交验收申请"));
		return page;
	}

	/** A line of two megabytes a second, which can break. */
	private static Consumer<Boolean> line(Page page) {
		CDPSession session = page.context().newCDPSession(page);
		session.send("Network.enable");
		return broken -> {
			JsonObject conditions = new JsonObject();
			conditions.addProperty("offline", broken);
			conditions.addProperty("latency", 0);
			conditions.addProperty("downloadThroughput", -1);
			conditions.addProperty("uploadThroughput", 2 << 20);
			session.send("Network.emulateNetworkConditions", conditions);
		};
	}

}
