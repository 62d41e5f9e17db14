package cn.ecopark.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.DraftLimits;
import cn.ecopark.studio.DraftSteps;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.EditDraft;
import cn.ecopark.studio.LimitEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The page on which an administrator gets the desktop Modeler ready. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class DesktopControllerTest {

	private static final String FILE = "public-notice.bpmn";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private EditDraft edit;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DraftFiles files;

	@Autowired
	private DraftSteps steps;

	@Autowired
	private DraftLimits limits;

	@Autowired
	private AccessTokens tokens;

	private Actor administrator;

	private UUID draft;

	private String url;

	@BeforeEach
	void aDraft() {
		this.administrator = new DesktopPeople(this.context).administrator("甲");
		this.draft = this.edit.begin("2015-167", "桌面", this.administrator).id();
		this.url = "/admin/studio/" + this.draft + "/desktop";
	}

	@Test
	void onlySystemAdministratorsSeeIt() throws Exception {
		for (MemberRole role : MemberRole.values()) {
			Actor other = new Actor(this.administrator.personId(), "丙", this.administrator.unitId(),
					this.administrator.unitKind(), null, Set.of(role));
			int status = role == MemberRole.SYSTEM_ADMIN ? 200 : 403;
			answer(other, get(this.url), status);
			answer(other, get(this.url + "/files/" + FILE), status);
			answer(other, get(this.url + "/element-templates.json"), status);
			answer(other, post(this.url + "/tokens").param("name", "电脑").param("days", "7"), status);
		}
	}

	@Test
	void saysHowToConnect() throws Exception {
		Document page = page(get(this.url), 200);

		assertThat(page.select("#address").val()).isEqualTo("http://localhost/modeler/" + this.draft);
		assertThat(page.select("h1").text()).isEqualTo("桌面建模器");
		assertThat(page.select("a[href$=/files/" + FILE + "]").text()).isEqualTo("公示");
		assertThat(page.text()).doesNotContain("studio.", "??");
		Document english = page(get(this.url).param("lang", "en"), 200);
		assertThat(english.select("#address").val()).isEqualTo("http://localhost/modeler/" + this.draft + "/en");
		assertThat(english.text()).contains("Bearer token").doesNotContain("studio.", "??");
		assertThat(page(get("/admin/studio/" + this.draft), 200).select("a[href=" + this.url + "]")).hasSize(1);
		assertThat(answer(this.administrator, get("/admin/studio/" + UUID.randomUUID() + "/desktop"), 404)).isNotNull();
	}

	@Test
	void showsATokenOnce() throws Exception {
		Document made = page(post(this.url + "/tokens").param("name", "办公室电脑").param("days", "30"), 200);

		String token = made.select("#token").val();
		assertThat(ModelerCalls.of(this.mvc, this.draft, token).version().status()).isEqualTo(200);
		Document page = page(get(this.url), 200);
		assertThat(page.html()).doesNotContain(token).doesNotContain(token.substring(8));
		assertThat(page.select(".studio-steps li").text()).contains("办公室电脑", "最近使用");

		String id = this.tokens.of(this.administrator).get(0).id().toString();
		Actor other = new DesktopPeople(this.context).administrator("乙");
		answer(other, post(this.url + "/tokens/" + id + "/end"), 302);
		assertThat(ModelerCalls.of(this.mvc, this.draft, token).version().status()).isEqualTo(200);
		answer(this.administrator, post(this.url + "/tokens/" + id + "/end"), 302);
		assertThat(ModelerCalls.of(this.mvc, this.draft, token).version().status()).isEqualTo(401);
	}

	@Test
	void tellsWhatIsWrongWithATokenThatIsWanted() throws Exception {
		Document unnamed = page(post(this.url + "/tokens").param("name", " ").param("days", "30"), 422);
		assertThat(unnamed.select(".field.wrong").text()).contains("请说明令牌的用途");
		page(post(this.url + "/tokens").param("name", "电脑").param("days", "3650"), 422);
		for (int more = 0; more < 10; more++) {
			page(post(this.url + "/tokens").param("name", "电脑").param("days", "7"), 200);
		}
		assertThat(page(post(this.url + "/tokens").param("name", "电脑").param("days", "7"), 409).text())
			.contains("达到上限");
	}

	@Test
	void handsOutWhatTheDraftHas() throws Exception {
		MockHttpServletResponse fetched = answer(this.administrator, get(this.url + "/files/" + FILE), 200);

		assertThat(fetched.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"" + FILE + "\"");
		String xml = fetched.getContentAsString(StandardCharsets.UTF_8);
		assertThat(xml).contains("camunda:modelerTemplate=\"cn.ecopark.2015-167.step\"");
		// Sent back as it came it changes nothing; changed, it changes that alone.
		ModelerCalls calls = ModelerCalls.of(this.mvc, this.draft, this.tokens.make(this.administrator, "电脑", 7));
		assertThat(calls.deploy(FILE, xml).status()).isEqualTo(200);
		assertThat(this.steps.of(this.draft)).isEmpty();
		String before = this.files.of(this.drafts.get(this.draft)).text("bpmn/" + FILE).orElseThrow();
		assertThat(calls.deploy(FILE, xml.replace("起草公示", "拟写公示")).status()).isEqualTo(200);
		assertThat(this.files.of(this.drafts.get(this.draft)).text("bpmn/" + FILE).orElseThrow())
			.isEqualTo(before.replace("起草公示", "拟写公示"));

		assertThat(JsonMapper.shared()
			.readTree(answer(this.administrator, get(this.url + "/files/notice-draft.form"), 200)
				.getContentAsString(StandardCharsets.UTF_8))
			.get("id")
			.asString()).isEqualTo("notice-draft");
		for (String other : List.of("limits.yaml", "no-such.bpmn", "pack.yaml", "..%2Flimits.yaml")) {
			int status = this.mvc
				.perform(get(java.net.URI.create(this.url + "/files/" + other))
					.with(authentication(new ActorAuthentication(this.administrator))))
				.andReturn()
				.getResponse()
				.getStatus();
			assertThat(status).as(other).isIn(400, 404);
		}
	}

	@Test
	void offersWhatTheDraftHasToChooseFrom() throws Exception {
		this.limits.save(this.drafts.get(this.draft),
				new LimitEntry("cityReview", "市级审查", "Review by the city", "5", false, "1", "RESTART", "虚构", false),
				true, 0, this.administrator);

		JsonNode templates = JsonMapper.shared()
			.readTree(answer(this.administrator, get(this.url + "/element-templates.json"), 200)
				.getContentAsString(StandardCharsets.UTF_8));

		assertThat(templates).hasSize(4);
		assertThat(templates.toString()).doesNotContain("studio.", "finding.kind", "null", "catalogue.");
		JsonNode step = templates.get(0);
		assertThat(step.get("id").asString()).isEqualTo("cn.ecopark.2015-167.step");
		assertThat(step.get("appliesTo").toString()).isEqualTo("[\"bpmn:UserTask\"]");
		assertThat(field(step, "limit").get("choices").toString()).contains("cityReview", "市级审查");
		assertThat(field(step, "outcomes").get("description").asString()).contains("FORWARD");
		assertThat(field(step, "camunda:candidateGroups").get("choices").toString()).contains("OFFICE");
		assertThat(field(templates.get(1), "camunda:delegateExpression").get("choices").toString())
			.contains("${publishNotice}");
		assertThat(field(templates.get(2), "calledElement").get("choices").toString()).contains("joint-decision");
		List<String> names = new ArrayList<>();
		templates.forEach(template -> {
			for (String needed : Set.of("$schema", "name", "id", "appliesTo", "properties")) {
				assertThat(template.has(needed)).as(needed).isTrue();
			}
			template.get("properties").forEach(property -> {
				names.add(property.path("binding").path("name").asString());
				assertThat(property.get("type").asString()).isIn("Dropdown", "String", "Hidden");
				property.path("choices").forEach(choice -> assertThat(choice.get("name").asString()).isNotBlank());
			});
		});
		assertThat(names).contains("purpose", "verb", "silence", "batch", "result");
	}

	@Test
	void whatTheModelerLeavesEmptyIsNothingSaid() throws Exception {
		String xml = answer(this.administrator, get(this.url + "/files/" + FILE), 200)
			.getContentAsString(StandardCharsets.UTF_8);
		StringBuilder empty = new StringBuilder();
		for (String name : List.of("documents", "optionalDocuments", "points", "choices", "silence", "signatures",
				"secret", "batch")) {
			empty.append("<camunda:property name=\"").append(name).append("\" value=\"\" />");
		}
		ModelerCalls calls = ModelerCalls.of(this.mvc, this.draft, this.tokens.make(this.administrator, "电脑", 7));

		ModelerCalls.Answer answer = calls.deploy(Map.of(FILE,
				xml.replaceFirst("(<camunda:property name=\"purpose\" value=\"NOTICE_DRAFT\" />)", "$1" + empty)
					.getBytes(StandardCharsets.UTF_8)));

		assertThat(answer.status()).as(answer.message()).isEqualTo(200);
		assertThat(this.steps.of(this.draft)).as("nothing is said that was not before").isEmpty();
		ModelerCalls.Answer without = calls.deploy(FILE,
				xml.replace("camunda:formRef=\"notice-draft\"", "camunda:formRef=\"\""));
		assertThat(without.message()).doesNotContain("“”");
		assertThat(this.files.of(this.drafts.get(this.draft)).text("bpmn/" + FILE).orElseThrow())
			.doesNotContain("formRef=");
	}

	private static JsonNode field(JsonNode template, String name) {
		for (JsonNode property : template.get("properties")) {
			if (name.equals(property.get("binding").get("name").asString())) {
				return property;
			}
		}
		throw new AssertionError(name);
	}

	private Document page(AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
		return Jsoup.parse(answer(this.administrator, request, status).getContentAsString(StandardCharsets.UTF_8));
	}

	private MockHttpServletResponse answer(Actor actor, AbstractMockHttpServletRequestBuilder<?> request, int status)
			throws Exception {
		MockHttpServletResponse answer = this.mvc
			.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(status);
		return answer;
	}

}
