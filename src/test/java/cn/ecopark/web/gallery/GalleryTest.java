package cn.ecopark.web.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import cn.ecopark.shared.Texts;
import cn.ecopark.web.Area;
import cn.ecopark.web.Viewer;
import cn.ecopark.web.Viewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Renders every page in both languages and leaves it in {@code target/gallery}, to be
 * looked at in a browser.
 */
@SpringJUnitWebConfig
@TestPropertySource(properties = "ecopark.demonstration=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {

	private static final Path FOLDER = Path.of("target", "gallery");

	private MockMvc mvc;

	@BeforeAll
	void start(WebApplicationContext context) throws IOException {
		this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
		Files.createDirectories(FOLDER);
	}

	static Stream<String> scenes() {
		return Gallery.SCENES.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("scenes")
	void rendersInChinese(String scene) throws Exception {
		Document page = render(scene, "zh-CN");

		assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
		assertThat(page.text()).doesNotContain("??");
	}

	@ParameterizedTest
	@MethodSource("scenes")
	void rendersInEnglish(String scene) throws Exception {
		Document page = render(scene, "en");

		assertThat(page.select("html").attr("lang")).isEqualTo("en");
		assertThat(page.text()).doesNotContain("??");
	}

	@ParameterizedTest
	@MethodSource("scenes")
	void hasOneHeadingOneMainAndNoIdTwice(String scene) throws Exception {
		Document page = render(scene, "zh-CN");

		assertThat(page.select("h1")).hasSize(1);
		assertThat(page.select("main#content")).hasSize(1);
		List<String> ids = page.select("[id]").eachAttr("id");
		assertThat(ids).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("scenes")
	void namesEveryControl(String scene) throws Exception {
		Document page = render(scene, "zh-CN");

		assertThat(page.select("input:not([type=hidden]), select, textarea"))
			.allSatisfy((control) -> assertThat(control.hasAttr("aria-label") || control.closest("label") != null
					|| !page.select("label[for='" + control.id() + "']").isEmpty())
				.as(control.outerHtml())
				.isTrue());
		assertThat(page.select("button, a[href]")).allSatisfy(
				(control) -> assertThat(control.hasText() || control.hasAttr("aria-label")).as(control.outerHtml())
					.isTrue());
	}

	private Document render(String scene, String language) throws Exception {
		String html = this.mvc.perform(get("/gallery/" + scene).param("lang", language))
			.andReturn()
			.getResponse()
			.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
		Files.writeString(FOLDER.resolve(scene + ("en".equals(language) ? ".en" : "") + ".html"), html);
		return Jsoup.parse(html);
	}

	@Configuration
	@ComponentScan(basePackages = "cn.ecopark.web",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "cn\\.ecopark\\.web\\..*Test.*"))
	@ImportAutoConfiguration({ ThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class,
			MultipartAutoConfiguration.class })
	@Import({ Texts.class, Gallery.class })
	static class Setting {

		@Bean
		Viewers viewers() {
			return () -> Optional.of(new Viewer(7, "周明远", "领导小组办公室", Set.of(Area.values())));
		}

	}

}
