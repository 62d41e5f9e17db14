package cn.ecopark.release.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What administrators see of releases, and what they are told when an act is refused. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class ReleaseControllerTest {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void showsWhatDiffersAndLetsTwoPersonsReleaseIt() throws Exception {
		Actor first = new TestReleases(this.context).administrator("甲");
		Actor second = new TestReleases(this.context).administrator("乙");
		ReleaseId candidate = candidate();
		String url = "/admin/packs/" + candidate;

		assertThat(page(first, get("/admin/packs"), 200).text()).contains("待提请", candidate.toString(), "现行");
		Document shown = page(first, get(url), 200);
		assertThat(shown.select(".differences").text()).contains("起草后最迟公示日", "天数（工作日）", "30", "29");
		assertThat(shown.select("form[action$=/release]")).isEmpty();
		assertThat(page(first, post(url + "/release"), 422).text()).contains("状态已经变化");

		page(first, post(url + "/propose"), 302);
		assertThat(page(first, get(url), 200).text()).contains("须由另一名系统管理员发布");
		assertThat(page(first, post(url + "/release"), 422).text()).contains("请由另一名系统管理员发布");
		assertThat(page(second, get(url), 200).select("form[action$=/release]")).hasSize(1);
		page(second, post(url + "/release"), 302);

		Document released = page(second, get(url), 200);
		assertThat(released.select(".page-head .tag").text()).isEqualTo("现行");
		assertThat(released.select(".release-acts").text()).contains("甲", "乙");
		assertThat(page(second, post(url + "/withdraw"), 422).select(".field.wrong").text()).contains("请填写撤回理由");
		page(second, post(url + "/withdraw").param("reason", "试"), 302);
	}

	@Test
	void letsOnlySystemAdministratorsIn() throws Exception {
		Actor office = new Actor(1, "经办", "OFFICE", UnitKind.OFFICE, null, Set.of(MemberRole.SUPERVISOR));

		page(office, get("/admin/packs"), 403);
		page(new TestReleases(this.context).administrator("丙"), get("/admin/packs/2015-167.99"), 404);
		page(new TestReleases(this.context).administrator("丁"), get("/admin/packs/nonsense"), 404);
	}

	private ReleaseId candidate() {
		PackFiles shipped = PackFiles.shipped("2015-167");
		Map<String, byte[]> files = new TreeMap<>(shipped.all());
		files.put("limits.yaml",
				shipped.text("limits.yaml")
					.orElseThrow()
					.replace("after drafting\n  days: 30", "after drafting\n  days: 29")
					.getBytes(StandardCharsets.UTF_8));
		return new TestReleases(this.context).candidate("2015-167", PackFiles.of(files), Origin.SHIPPED, null);
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request, int status) throws Exception {
		var response = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).isEqualTo(status);
		return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
	}

}
