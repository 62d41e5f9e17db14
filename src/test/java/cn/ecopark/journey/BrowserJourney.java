package cn.ecopark.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import org.springframework.test.context.TestPropertySource;

/** A journey in Chromium, each look of which is kept as a picture. */
@Tag("browser")
@TestPropertySource(properties = "test.database=browser")
abstract class BrowserJourney extends Journey {

	static final Path PICTURES = Path.of("target", "screenshots");

	/** Milliseconds anything may take before it counts as never coming. */
	private static final double PATIENCE = 60_000;

	private Playwright playwright;

	private com.microsoft.playwright.Browser chromium;

	@BeforeAll
	void open() {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
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

	/** A browser of its own that nobody has signed in to. */
	Page visitor(int width, int height) {
		return visitor(width, height, true);
	}

	/** The same, with or without scripts. */
	Page visitor(int width, int height, boolean scripts) {
		BrowserContext context = this.chromium.newContext(new NewContextOptions().setViewportSize(width, height)
			.setJavaScriptEnabled(scripts)
			.setLocale("zh-CN")
			.setTimezoneId("Asia/Shanghai"));
		context.setDefaultTimeout(PATIENCE);
		return context.newPage();
	}

	/** A browser of its own at the work desk of a person. */
	Page desk(String person, int width, int height) {
		Page page = visitor(width, height);
		page.navigate(world().address() + "/demo/people");
		page.locator("button[name=person]", new Page.LocatorOptions().setHasText(Cast.displayName(person)))
			.first()
			.click();
		page.waitForURL("**/desk");
		return page;
	}

	/** Signs in as a person of the demonstration in that browser, whoever was before. */
	void becomes(Page page, String person) {
		page.navigate(world().address() + "/demo/people");
		page.locator("button[name=person]", new Page.LocatorOptions().setHasText(Cast.displayName(person)))
			.first()
			.click();
		page.waitForURL(url -> !url.endsWith("/demo/people"));
	}

	/** Answers what the form asks for and nobody has answered. */
	static void fill(Page page) {
		for (Locator group : page.locator("[data-task] fieldset:has(input[type=radio][name^='f.'])").all()) {
			if (group.locator("input[type=radio]:checked").count() == 0) {
				group.locator("input[type=radio]").first().check(new Locator.CheckOptions().setForce(true));
			}
		}
		for (Locator field : page.locator("[data-task] input[required]:visible, [data-task] textarea[required]:visible")
			.all()) {
			String type = String.valueOf(field.getAttribute("type"));
			if ("radio".equals(type) || "checkbox".equals(type)) {
				continue;
			}
			if (field.inputValue().isEmpty()) {
				field.fill(answer(field, type));
			}
		}
		for (Locator select : page.locator("[data-task] select[required]:visible").all()) {
			select.selectOption(new SelectOption().setIndex(1));
		}
	}

	static void submit(Page page) {
		press(page);
		try {
			page.waitForURL("**/desk");
		}
		catch (TimeoutError refused) {
			throw new AssertionError(page.locator("main").innerText(), refused);
		}
	}

	/** Presses the button that decides, and says yes where that is asked once more. */
	static void press(Page page) {
		page.locator("[data-submit-button]").click();
		Locator question = page.locator("dialog[data-ask]");
		if (question.isVisible()) {
			question.locator("[data-ask-yes]").click();
		}
	}

	private static String answer(Locator field, String type) {
		String least = field.getAttribute("min");
		return switch (type) {
			case "number" -> least == null ? "12" : least;
			case "date" -> "2018-01-02";
			default -> String.valueOf(field.getAttribute("name")).contains("hone") ? "0512-55550118" : "示例内容（虚构）";
		};
	}

	static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
	}

	static void wholePicture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
	}

	static void isAccessible(Page page) {
		List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
		assertThat(violations).extracting(Rule::getId, Rule::getDescription, Rule::getNodes).isEmpty();
	}

	static void fitsItsWidth(Page page) {
		assertThat(page.evaluate("document.documentElement.scrollWidth > window.innerWidth")).as(page.url())
			.isEqualTo(false);
	}

}
