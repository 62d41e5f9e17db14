package cn.ecopark.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;

import cn.ecopark.wholefile.CheckReport;
import cn.ecopark.wholefile.ManifestCheck;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole file of a case that went all the way, fetched in Chromium by three readers.
 */
class WholeFileBrowserTest extends BrowserJourney {

	@Test
	void handsOutTheWholeFileOfACase() throws IOException {
		CreationSteps creation = new CreationSteps(world());
		creation.applies();
		creation.planIsReviewed();
		creation.threeMinistriesApprove();

		Page office = casePage("office.one");
		wholePicture(office, "case-whole-file-1440");
		String ofOffice = zip(office, "office");
		pdf(office);
		String ofPark = zip(casePage("taizhou.staff"), "park");
		String ofProvince = zip(casePage("jiangsu.ecology"), "province");

		assertThat(ofOffice).contains("会签", "HJ 274-2015", "请说明用水口径（虚构）", "batches");
		assertThat(ofProvince).contains("请说明用水口径（虚构）").doesNotContain("\"ballots\"");
		assertThat(ofPark).contains("请说明用水口径（虚构）").doesNotContain("\"ballots\"", "\"fields\" : {\"total");
		isChecked(office);
	}

	private Page casePage(String person) {
		Page page = desk(person, 1440, 1200);
		page.navigate(world().address() + "/cases");
		page.locator("main a", new Page.LocatorOptions().setHasText(CreationSteps.TAIZHOU)).first().click();
		page.waitForURL("**/cases/*");
		return page;
	}

	/**
	 * @return all text that is in it
	 */
	private String zip(Page page, String name) throws IOException {
		Download download = page.waitForDownload(() -> page.locator("a[href$='/whole-file.zip']").click());
		Path file = PICTURES.resolve("whole-file-" + name + ".zip");
		download.saveAs(file);
		assertThat(download.suggestedFilename()).startsWith("整卷 " + CreationSteps.TAIZHOU).endsWith(".zip");
		CheckReport report = new ManifestCheck(1 << 30).check(file.toFile());
		assertThat(report.faults()).isEmpty();
		StringBuilder text = new StringBuilder();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : zip.stream().filter(one -> !one.getName().endsWith("schema.json")).toList()) {
				try (InputStream in = zip.getInputStream(entry)) {
					text.append(entry.getName())
						.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
						.append('\n');
				}
			}
		}
		return text.toString();
	}

	private void pdf(Page page) throws IOException {
		page.locator("form[action$='/whole-file.pdf'] button").click();
		page.waitForURL("**/whole-file");
		wholePicture(page, "whole-file-page-1440");
		page.locator("#pdfs a[download]").waitFor();
		wholePicture(page, "whole-file-ready-1440");
		isAccessible(page);
		Download download = page.waitForDownload(() -> page.locator("#pdfs a[download]").click());
		Path file = PICTURES.resolve("whole-file.pdf");
		download.saveAs(file);
		try (PDDocument merged = Loader.loadPDF(file.toFile())) {
			List<String> bookmarks = new ArrayList<>();
			for (PDOutlineItem item : merged.getDocumentCatalog().getDocumentOutline().children()) {
				bookmarks.add(item.getTitle());
			}
			assertThat(bookmarks).startsWith("封面", "目录", "案卷概况", "办理经过", "意见", "补正事项与答复", "批次与表决")
				.contains("01 申报", "02 规划论证", "发文");
		}
	}

	private void isChecked(Page page) {
		page.navigate(world().address() + "/whole-file/check");
		page.locator("#file").setInputFiles(PICTURES.resolve("whole-file-park.zip"));
		page.locator("main button[type=submit]").click();
		page.getByText("全部完好").waitFor();
		page.getByText("清单出自本系统").waitFor();
		wholePicture(page, "whole-file-check-1440");
		isAccessible(page);
	}

}
