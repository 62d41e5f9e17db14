package cn.ecopark.web;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.WebApplicationContext;

import cn.ecopark.shared.Refusal;
import cn.ecopark.shared.Texts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringJUnitWebConfig
class ProblemsTest {

	private MockMvc mvc;

	private final AtomicReference<@Nullable Viewer> viewer;

	ProblemsTest(@Autowired AtomicReference<@Nullable Viewer> viewer) {
		this.viewer = viewer;
	}

	@BeforeEach
	void start(WebApplicationContext context) {
		this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
		this.viewer.set(null);
	}

	@Test
	void saysARefusalInTheLanguageOfTheReader() throws Exception {
		Document chinese = page(get("/taken"), 409);
		Document english = page(get("/taken").param("lang", "en"), 409);

		assertThat(chinese.select("[data-problem]").text()).isEqualTo("用户名 li 已有人使用。");
		assertThat(english.select("[data-problem]").text()).isEqualTo("The user name li is taken.");
	}

	@Test
	void answers422WhereTheCatalogueSaysNothing() throws Exception {
		Document page = page(get("/unlisted"), 422);

		assertThat(page.select("h1").text()).isEqualTo("还不能这样办理");
	}

	@Test
	void answers409WhenSomebodyElseWasFirst() throws Exception {
		Document page = page(get("/stale"), 409);

		assertThat(page.select("h1").text()).isEqualTo("内容已经变化");
	}

	@Test
	void answersAPartWithAPart() throws Exception {
		Document part = page(get("/taken").header("HX-Request", "true"), 409);

		assertThat(part.select("header, main")).isEmpty();
		assertThat(part.select("[data-problem]").text()).contains("li");
	}

	@Test
	void answersProblemDetailsWhereJsonIsAskedFor() throws Exception {
		this.mvc.perform(get("/taken").header(HttpHeaders.ACCEPT, "application/json"))
			.andExpect(status().isConflict())
			.andExpect(content().contentTypeCompatibleWith("application/problem+json"))
			.andExpect(content().json("{\"type\":\"/problems/organisation.sign-in-name-taken\",\"status\":409}"));
	}

	@Test
	void leadsThePublicToTheNoticesAndOfficialsToTheirStart() throws Exception {
		assertThat(page(get("/taken"), 409).select(".problem-box a").attr("href")).isEqualTo("/notices");

		this.viewer.set(new Viewer(7, "周明远", "领导小组办公室", Set.of(Area.DESK)));

		assertThat(page(get("/taken"), 409).select(".problem-box a").attr("href")).isEqualTo("/");
	}

	@Test
	void keepsAFaultsWordsToItselfAndShowsANumber() throws Exception {
		Document page = page(get("/error").requestAttr("jakarta.servlet.error.status_code", 500)
			.requestAttr("jakarta.servlet.error.exception", new IllegalStateException("secret")), 500);

		assertThat(page.text()).doesNotContain("secret");
		assertThat(page.select("code").text()).matches("[0-9A-F]{8}");
	}

	@Test
	void explainsAMissingPageWithoutANumber() throws Exception {
		Document page = page(get("/error").requestAttr("jakarta.servlet.error.status_code", 404), 404);

		assertThat(page.select("h1").text()).isEqualTo("没有这一页");
		assertThat(page.select("code")).isEmpty();
	}

	private Document page(MockHttpServletRequestBuilder request, int status) throws Exception {
		return Jsoup.parse(this.mvc.perform(request.accept("text/html"))
			.andExpect(status().is(status))
			.andReturn()
			.getResponse()
			.getContentAsString(UTF_8));
	}

	@Controller
	static class Refusing {

		@GetMapping("/taken")
		String taken() {
			throw new Refused("organisation.sign-in-name-taken", "li");
		}

		@GetMapping("/unlisted")
		String unlisted() {
			throw new Refused("nowhere.listed");
		}

		@GetMapping("/stale")
		String stale() {
			throw new OptimisticLockingFailureException("changed meanwhile");
		}

	}

	static class Refused extends Refusal {

		Refused(String problem, Object... arguments) {
			super(problem, arguments);
		}

	}

	@Configuration
	@ComponentScan(basePackages = "cn.ecopark.web",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = "cn\\.ecopark\\.web\\.(gallery\\..*|.*Test.*)"))
	@ImportAutoConfiguration({ ThymeleafAutoConfiguration.class, WebMvcAutoConfiguration.class,
			MultipartAutoConfiguration.class })
	@Import({ Texts.class, Refusing.class })
	static class Setting {

		@Bean
		AtomicReference<@Nullable Viewer> viewer() {
			return new AtomicReference<>();
		}

		@Bean
		Viewers viewers(AtomicReference<@Nullable Viewer> viewer) {
			return () -> Optional.ofNullable(viewer.get());
		}

	}

}
