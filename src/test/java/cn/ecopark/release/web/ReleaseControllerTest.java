package cn.ecopark.release.web;

import java.io.ByteArrayInputStream;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.release.PackedRelease;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
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
	private RulePacks packs;

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
		assertThat(page(second, post(url + "/withdraw"), 422).select(".field.wrong").text()).contains("请填写理由");
		page(second, post(url + "/withdraw").param("reason", "试"), 302);
	}

	@Test
	void aReleaseIsFetchedChangedAndSentBack() throws Exception {
		Actor administrator = new TestReleases(this.context).administrator("甲");
		ReleaseId inForce = this.packs.current("2015-167").release();
		byte[] zip = this.mvc
			.perform(get("/admin/packs/" + inForce + "/download")
				.with(authentication(new ActorAuthentication(administrator))))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		Map<String, byte[]> files = new TreeMap<>(PackedRelease.of(new ByteArrayInputStream(zip)).files().all());
		assertThat(PackFiles.of(files).digest()).isEqualTo(this.packs.files(inForce).digest());

		assertThat(page(administrator, sent(zip, "没有改"), 422).select(".field.wrong").text())
			.contains("与版本 " + inForce + " 完全相同");
		files.put("papers/namingNotice.txt", "标题：{{没有这一项}}".getBytes(StandardCharsets.UTF_8));
		byte[] changed = PackedRelease.zip(PackFiles.of(files));
		Document nameless = page(administrator, sent(changed, " "), 422);
		assertThat(nameless.select(".field.wrong textarea")).hasSize(1);
		assertThat(page(administrator, sent("no zip".getBytes(StandardCharsets.UTF_8), "说明保留"), 422).select("#reason")
			.val()).isEqualTo("说明保留");
		Document refused = page(administrator, sent("no zip".getBytes(StandardCharsets.UTF_8), "试"), 422);
		assertThat(refused.select(".field.wrong").text()).contains("不是可以读取的 ZIP 文件");
		String made = this.mvc
			.perform(sent(changed, "改命名通知").with(authentication(new ActorAuthentication(administrator))).with(csrf()))
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		Document page = page(administrator, get(made), 200);
		assertThat(page.text()).contains("有错误", "管理员制作", "改命名通知", "papers/namingNotice.txt");
	}

	/** A regime whose data cannot be read must not take the page of all others away. */
	@Test
	void aNewPackThatCannotBeReadIsShownAsWhatItIs() throws Exception {
		Actor administrator = new TestReleases(this.context).administrator("甲");
		byte[] zip = PackedRelease
			.zip(PackFiles.of(Map.of("pack.yaml", "id: \"2099-1\"\nzh: x\n".getBytes(StandardCharsets.UTF_8))));

		page(administrator, sent(zip, "试"), 302);

		assertThat(page(administrator, get("/admin/packs"), 200).text()).contains("2099-1");
		assertThat(page(administrator, get("/admin/packs/2099-1.1"), 200).text()).contains("有错误", "pack.yaml");
		page(administrator, get("/admin/papers"), 200);
	}

	/** Whoever releases sees what changes from today on, not from when it was made. */
	@Test
	void aReleaseMadeFromAnOlderOneIsComparedWithTheOneInForce() throws Exception {
		Actor administrator = new TestReleases(this.context).administrator("甲");
		ReleaseId candidate = candidate();
		Map<String, byte[]> files = new TreeMap<>(this.packs.files(this.packs.current("2015-167").release()).all());
		files.merge("papers/publicNotice.txt", "后来改的".getBytes(StandardCharsets.UTF_8), (text,
				added) -> (new String(text, StandardCharsets.UTF_8) + "后来改的\n").getBytes(StandardCharsets.UTF_8));
		ReleaseId later = new TestReleases(this.context).release("2015-167", PackFiles.of(files));

		Document page = page(administrator, get("/admin/packs/" + candidate), 200);

		assertThat(page.text()).contains("此后版本 " + later + " 已发布", "与版本 " + later + " 的差异");
		assertThat(page.select(".differences del").text()).contains("后来改的");
	}

	@Test
	void letsOnlySystemAdministratorsIn() throws Exception {
		Actor office = new Actor(1, "经办", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.SUPERVISOR));

		page(office, get("/admin/packs"), 403);
		page(office, get("/admin/packs/2015-167.1/download"), 403);
		page(office, sent(new byte[0], "x"), 403);
		page(new TestReleases(this.context).administrator("丙"), get("/admin/packs/2015-167.99"), 404);
		page(new TestReleases(this.context).administrator("丁"), get("/admin/packs/nonsense"), 404);
	}

	private static AbstractMockHttpServletRequestBuilder<?> sent(byte[] zip, String reason) {
		return multipart("/admin/packs").file(new MockMultipartFile("file", "pack.zip", "application/zip", zip))
			.param("reason", reason);
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

	private Document page(Actor actor, AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
		var response = this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).isEqualTo(status);
		return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
	}

}
