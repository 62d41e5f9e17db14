package cn.ecopark.release.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.release.EditPack;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Templates are edited release by release, and seen before they are in force. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class TemplateControllerTest {

	private static final String PACK = "2015-167";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private RulePacks packs;

	@Autowired
	private EditPack editPack;

	private Actor administrator;

	@BeforeEach
	void anAdministratorComes() {
		this.administrator = new TestReleases(this.context).administrator("丙");
	}

	@Test
	void listsAllDocumentsWithTheirSource() throws Exception {
		Document page = page(get("/admin/papers"));

		assertThat(page.select("tbody tr:has(a[href^=/admin/papers/2015-167/])")).hasSize(24);
		assertThat(page.select("tbody tr:has(a[href^=/admin/papers/2026-4/])")).hasSize(24);
		assertThat(page.select("tbody tr")).hasSize(24 + 24);
		assertThat(page.text()).contains("命名证书", "待核对", "现行版本 " + inForce(), "各部门联合");
	}

	@Test
	void savesTheNextReleaseAndShowsWhatWasBefore() throws Exception {
		String shipped = text("rectificationNotice");
		String changed = shipped.replace("限期整改的通知", "限期整改的函");
		ReleaseId before = this.editPack.base(PACK).id();

		ResultActions saved = perform(save("rectificationNotice", before.toString(), changed, "改用函"));

		saved.andExpect(redirectedUrl("/admin/packs/" + this.editPack.base(PACK).id()));
		ReleaseId next = this.editPack.base(PACK).id();
		assertThat(text("rectificationNotice")).isEqualTo(changed);
		assertThat(inForce()).isNotEqualTo(next);
		assertThat(page(get("/admin/packs/" + next)).select(".differences").text()).contains("限期整改的函");
		assertThat(page(get("/admin/papers")).text()).contains("版本 " + next + " 中已修改，待发布");
		Document edited = page(get(address("rectificationNotice")));
		assertThat(edited.select("#source").val().strip()).isEqualTo(changed.strip());
		assertThat(edited.text()).contains("该版本尚未发布", "改用函");
		Document old = page(get(address("rectificationNotice")).param("version", PACK + ".1"));
		assertThat(old.select("#source").val().strip()).isEqualTo(shipped.strip());
		assertThat(old.select("#reason").val()).isEqualTo("恢复" + PACK + ".1");
	}

	@Test
	void refusesWhatNoDocumentCanBeMadeOfAndKeepsWhatWasTyped() throws Exception {
		ReleaseId before = this.editPack.base(PACK).id();

		Document faulty = Jsoup
			.parse(perform(save("publicNotice", before.toString(), "标题：公示\n\n{{不存在的内容}}{{园区名单}}", "试试"))
				.andExpect(status().isUnprocessableContent())
				.andExpect(content().string(containsString("第 3 行：没有名为“不存在的内容”的内容。")))
				.andExpect(content().string(containsString("“园区名单”是表格")))
				.andReturn()
				.getResponse()
				.getContentAsString(StandardCharsets.UTF_8));
		assertThat(faulty.select("#source").val()).contains("不存在的内容");
		assertThat(faulty.select("#reason").val()).isEqualTo("试试");
		perform(save("publicNotice", before.toString(), text("publicNotice") + "改", " "))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请填写")));
		perform(save("publicNotice", before.toString(), text("publicNotice"), "没有改"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("完全相同")));
		perform(save("publicNotice", "nonsense", text("publicNotice"), "试")).andExpect(status().isNotFound());
		perform(save("publicNotice", "2026-4.1", text("publicNotice"), "试")).andExpect(status().isNotFound());

		assertThat(this.editPack.base(PACK).id()).isEqualTo(before);
	}

	@Test
	void refusesToOverwriteWhatSomebodyElseSaved() throws Exception {
		String seen = this.editPack.base(PACK).id().toString();
		String source = text("namingNotice");
		perform(save("namingNotice", seen, source + "\n甲改", "一")).andExpect(status().is3xxRedirection());

		perform(save("namingNotice", seen, source + "\n乙改", "二")).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("刚被他人更改")))
			.andExpect(content().string(containsString("乙改")));
	}

	@Test
	void previewsWhatIsTyped() throws Exception {
		byte[] pdf = perform(post(address("acceptanceNote") + "/preview").param("source", text("acceptanceNote")))
			.andExpect(status().isOk())
			.andExpect(content().contentType("application/pdf"))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
		perform(post(address("acceptanceNote") + "/preview").header("X-Preview", "1").param("source", "标题：{{#园区名称}}"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("第 1 行：“园区名称”的重复段没有成对的开始或结束。")));
	}

	@Test
	void onlyTheSystemAdministratorComesIn() throws Exception {
		String before = this.editPack.base(PACK).id().toString();
		this.administrator = new Actor(1, "某人", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.STAFF));
		perform(get("/admin/papers")).andExpect(status().isForbidden());
		perform(save("acceptanceNote", before, "标题：x", "x")).andExpect(status().isForbidden());

		this.administrator = new TestReleases(this.context).administrator("丁");
		perform(get("/admin/papers/2015-167/none")).andExpect(status().isNotFound());
		perform(get("/admin/papers/none/acceptanceNote")).andExpect(status().isNotFound());
	}

	private ReleaseId inForce() {
		return this.packs.current(PACK).release();
	}

	private String text(String kind) {
		return this.packs.files(this.editPack.base(PACK).id()).text("papers/" + kind + ".txt").orElseThrow();
	}

	private static String address(String kind) {
		return "/admin/papers/" + PACK + "/" + kind;
	}

	private static MockHttpServletRequestBuilder save(String kind, String base, String source, String reason) {
		return post(address(kind)).param("base", base).param("source", source).param("reason", reason);
	}

	private Document page(MockHttpServletRequestBuilder request) throws Exception {
		return Jsoup.parse(perform(request).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8));
	}

	private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(authentication(new ActorAuthentication(this.administrator))).with(csrf()));
	}

}
