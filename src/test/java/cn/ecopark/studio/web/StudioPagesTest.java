package cn.ecopark.studio.web;

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
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.release.TestReleases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What administrators see of a draft, and what they are told when something is wrong. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class StudioPagesTest {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	private Actor first;

	private Actor second;

	@BeforeEach
	void administrators() {
		this.first = new TestReleases(this.context).administrator("甲");
		this.second = new TestReleases(this.context).administrator("乙");
	}

	@Test
	void aLimitIsChangedAndBecomesARelease() throws Exception {
		assertThat(page(post("/admin/studio").param("pack", "2015-167").param("title", " "), 422).select(".field.wrong")
			.text()).contains("请写明准备改什么");
		String draft = begin("公示期改为十五日");
		assertThat(page(get("/admin/studio"), 200).select(".drafts").text()).contains("公示期改为十五日", "修改中");
		assertThat(page(get(draft), 200).text()).contains("还没有修改", "检查");
		Document limits = page(get(draft + "/limits"), 200);
		String url = limits.select("th a[href$=/publicNotice]").attr("href");
		Document form = page(get(url), 200);

		Document refused = page(sent(post(url), form, "十五"), 422);
		assertThat(refused.select(".field.wrong #length").val()).isEqualTo("十五");
		assertThat(refused.select(".errors a").attr("href")).isEqualTo("#length");
		page(sent(post(url), form, "15"), 302);
		Document changed = page(get(draft), 200);
		assertThat(changed.select(".differences").text()).contains("天数（工作日）", "15");
		assertThat(changed.select(".studio-steps").text()).contains("limits.yaml", "甲");
		assertThat(page(post(draft + "/make"), 422).select(".field.wrong").text()).contains("请填写理由");
		String release = this.mvc.perform(post(draft + "/make").param("reason", "虚构").with(csrf()).with(as(this.first)))
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		assertThat(page(get(release), 200).select(".differences").text()).contains("15");
		assertThat(page(get(draft), 200).text()).contains("已形成");
		assertThat(page(sent(post(url), form, "16"), 409).select(".errors").text()).contains("不能再修改");
	}

	@Test
	void whatWasTypedStaysWhenSomebodyElseHasTheFile() throws Exception {
		String draft = begin("两人");
		String url = draft + "/limits/publicNotice";
		Document form = page(get(url), 200);
		page(post(draft + "/limits/hold"), 204);

		Document others = page(this.second, get(url), 200);
		assertThat(others.select(".note").text()).contains("甲 正在修改");
		assertThat(page(this.second, get(draft), 200).text()).contains("甲 正在修改");
		Document held = page(this.second, sent(post(url), form, "18"), 409);
		assertThat(held.select("#length").val()).isEqualTo("18");
		assertThat(held.select(".errors").text()).contains("甲 正在修改同一文件");
		page(this.second, post(draft + "/limits/hold"), 409);
	}

	@Test
	void whatIsUndoneIsDoneAgain() throws Exception {
		String draft = begin("撤销");
		String url = draft + "/limits/publicNotice";
		page(sent(post(url), page(get(url), 200), "18"), 302);

		page(post(draft + "/undo").param("path", "limits.yaml"), 302);
		assertThat(page(get(draft), 200).text()).contains("还没有修改", "已撤销");
		page(post(draft + "/redo").param("path", "limits.yaml"), 302);
		assertThat(page(get(draft), 200).select(".differences").text()).contains("18");
		assertThat(page(post(draft + "/redo").param("path", "limits.yaml"), 409).select(".errors").text())
			.contains("没有可以撤销或者重做的修改");
	}

	@Test
	void aNewLimitNeedsAKeyOfItsOwn() throws Exception {
		String draft = begin("增加");
		Document form = page(get(draft + "/limits/new"), 200);

		assertThat(page(sent(post(draft + "/limits"), form, "5").param("key", "publicNotice"), 422)
			.select(".field.wrong #key")).hasSize(1);
		assertThat(page(sent(post(draft + "/limits"), form, "5").param("key", "市级"), 422).select(".field.wrong").text())
			.contains("英文字母或数字");
		page(sent(post(draft + "/limits"), form, "5").param("key", "cityReview"), 302);
		assertThat(page(get(draft + "/limits/cityReview"), 200).select("#length").val()).isEqualTo("5");
		page(get(draft + "/limits/nothing"), 404);
		page(get("/admin/studio/00000000-0000-0000-0000-000000000000"), 404);
	}

	private String begin(String title) throws Exception {
		String url = this.mvc.perform(
				post("/admin/studio").param("pack", "2015-167").param("title", title).with(csrf()).with(as(this.first)))
			.andReturn()
			.getResponse()
			.getRedirectedUrl();
		assertThat(url).isNotNull();
		return url;
	}

	private static AbstractMockHttpServletRequestBuilder<?> sent(AbstractMockHttpServletRequestBuilder<?> request,
			Document form, String length) {
		return request.param("seen", form.select("input[name=seen]").val())
			.param("zh", "公示期（试）")
			.param("en", "Notice period")
			.param("length", length)
			.param("unit", "days")
			.param("remindBefore", "1")
			.param("onReturn", "RESTART")
			.param("source", "虚构");
	}

	private Document page(AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
		return page(this.first, request, status);
	}

	private Document page(Actor actor, AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
		var answer = this.mvc.perform(request.with(as(actor)).with(csrf())).andReturn().getResponse();
		assertThat(answer.getStatus()).isEqualTo(status);
		return Jsoup.parse(answer.getContentAsString());
	}

	private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Actor actor) {
		return authentication(new ActorAuthentication(actor));
	}

}
