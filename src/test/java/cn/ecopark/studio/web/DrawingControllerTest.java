package cn.ecopark.studio.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.release.Release;
import cn.ecopark.release.ReleasePack;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.shared.Refusal;
import cn.ecopark.studio.DraftDiagrams;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.DraftLimits;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.EditDraft;
import cn.ecopark.studio.LimitEntry;
import cn.ecopark.studio.MakeDraftRelease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Who draws a diagram of a draft, and what becomes of what is sent. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class DrawingControllerTest {

	private static final String FILE = "public-notice.bpmn";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private EditDraft edit;

	@Autowired
	private DraftLimits limits;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DraftFiles files;

	@Autowired
	private MakeDraftRelease makeRelease;

	@Autowired
	private ReleasePack release;

	private Actor first;

	private Actor second;

	private UUID draft;

	private String url;

	private String xml;

	@BeforeEach
	void aDraft() throws Exception {
		this.first = new TestReleases(this.context).administrator("甲");
		this.second = new TestReleases(this.context).administrator("乙");
		this.draft = this.edit.begin("2015-167", "画图", this.first).id();
		this.url = "/admin/studio/" + this.draft + "/diagrams/" + FILE;
		this.xml = json(answer(this.first, get(this.url + "/drawing"), 200)).get("xml").asString();
	}

	@Test
	void onlySystemAdministratorsDraw() throws Exception {
		for (MemberRole role : MemberRole.values()) {
			if (role == MemberRole.SYSTEM_ADMIN) {
				continue;
			}
			Actor other = new Actor(this.second.personId(), "丙", this.second.unitId(), this.second.unitKind(), null,
					Set.of(role));
			answer(other, get(this.url), 403);
			answer(other, get(this.url + "/drawing"), 403);
			answer(other, post(this.url + "/hold"), 403);
			answer(other, drawn(0, this.xml), 403);
		}

		Document page = page(this.second, this.url);
		assertThat(page.select("h1").text()).isEqualTo("公示");
		assertThat(page.select("[data-canvas]")).hasSize(1);
		answer(this.second, drawn(0, renamed("乙的步骤")), 200);
	}

	@Test
	void aDrawingIsTheNextStepAndIsChecked() throws Exception {
		assertThat(json(answer(this.first, get(this.url + "/drawing"), 200)).get("findings")).isEmpty();

		JsonNode saved = json(answer(this.first, drawn(0, renamed("拟写公示")), 200));

		assertThat(saved.get("step").asInt()).isEqualTo(1);
		JsonNode shown = json(answer(this.first, get(this.url + "/drawing"), 200));
		assertThat(shown.get("step").asInt()).isEqualTo(1);
		assertThat(shown.get("xml").asString()).contains("拟写公示");
		// The very same drawing is no step.
		assertThat(json(answer(this.first, drawn(1, renamed("拟写公示")), 200)).get("step").asInt()).isEqualTo(1);
		Document draftPage = page(this.first, "/admin/studio/" + this.draft);
		assertThat(draftPage.select(".studio-steps").text()).contains("bpmn/" + FILE, "甲");
		assertThat(draftPage.select("a[href=" + this.url + "]").text()).isEqualTo("公示");
	}

	@Test
	void aFindingNamesItsElement() throws Exception {
		String broken = this.xml.replaceFirst("<camunda:property name=\"limit\" value=\"[^\"]*\" />",
				"<camunda:property name=\"limit\" value=\"noSuchLimit\" />");

		JsonNode finding = json(answer(this.first, drawn(0, broken), 200)).get("findings").get(0);

		assertThat(finding.get("error").asBoolean()).isTrue();
		assertThat(finding.get("words").asString()).contains("noSuchLimit").doesNotContain("finding.");
		assertThat(this.xml).contains("id=\"" + finding.get("elements").get(0).asString() + "\"");
	}

	@Test
	void whatIsChosenComesFromTheDraft() throws Exception {
		this.limits.save(this.drafts.get(this.draft),
				new LimitEntry("cityReview", "市级审查", "Review by the city", "5", false, "1", "RESTART", "虚构", false),
				true, 0, this.second);

		JsonNode choices = json(answer(this.first, get(this.url + "/drawing"), 200)).get("choices");

		JsonNode lists = choices.get("lists");
		assertThat(lists.get("limits").toString()).contains("{\"value\":\"cityReview\",\"label\":\"市级审查（5 个工作日）\"}",
				"publicNotice");
		assertThat(lists.get("roles").toString()).contains("\"OFFICE\"");
		assertThat(lists.get("forms").toString()).contains("notice-draft").doesNotContain(".form");
		assertThat(lists.get("made").toString()).contains("terminationNotice").doesNotContain("constructionPlan");
		assertThat(lists.get("handedIn").toString()).contains("constructionPlan").doesNotContain("terminationNotice");
		assertThat(lists.get("silences").toString()).contains("NO_ANSWER");
		assertThat(lists.get("outcomes").toString()).contains("FORWARD").doesNotContain("NO_ANSWER");
		for (String list : lists.propertyNames()) {
			assertThat(lists.get(list)).as(list).isNotEmpty();
		}
		assertThat(choices.get("words").toString()).doesNotContain("studio.field.", "finding.kind.");
	}

	@Test
	void whatSomebodyElseHasSavedIsNotOverwritten() throws Exception {
		answer(this.first, drawn(0, renamed("甲的步骤")), 200);

		JsonNode refused = json(answer(this.first, drawn(0, renamed("旧的步骤")), 409));

		assertThat(refused.get("type").asString()).endsWith("studio.moved-on");
		assertThat(text()).contains("甲的步骤").doesNotContain("旧的步骤");
	}

	@Test
	void oneDrawsAtATime() throws Exception {
		answer(this.first, post(this.url + "/hold"), 204);

		assertThat(json(answer(this.second, post(this.url + "/hold"), 409)).get("detail").asString())
			.contains("甲 正在修改");
		JsonNode refused = json(answer(this.second, drawn(0, renamed("乙的步骤")), 409));
		assertThat(refused.get("type").asString()).endsWith("studio.held");
		assertThat(text()).isEqualTo(this.xml);
		Document page = page(this.second, this.url);
		assertThat(page.select(".note").text()).contains("甲 正在修改");
		assertThat(page(this.first, this.url).select(".page-head + p.note")).isEmpty();
	}

	@Test
	void nothingIsDrawnInADraftThatHasEnded() throws Exception {
		this.edit.layAside(this.draft, this.first);

		answer(this.first, drawn(0, renamed("太迟")), 409);
		answer(this.first, post(this.url + "/hold"), 409);
		Document page = page(this.first, this.url);
		assertThat(page.select("[data-open=false]")).hasSize(1);
	}

	@Test
	void whatIsTooLargeIsNotTaken() throws Exception {
		String padding = "<!--"
				+ "x".repeat(DraftDiagrams.LARGEST - this.xml.getBytes(StandardCharsets.UTF_8).length - 7) + "-->";
		assertThat(json(answer(this.first, drawn(0, this.xml + padding + "\n"), 413)).get("type").asString())
			.endsWith("studio.diagram-too-large");
		assertThat(text()).isEqualTo(this.xml);

		answer(this.first, drawn(0, this.xml + padding), 200);
	}

	@Test
	void aDocumentTypeIsNotTaken() throws Exception {
		String outside = this.xml.replaceFirst("<bpmn:definitions",
				"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><bpmn:definitions");
		String bomb = "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>";

		for (String hostile : new String[] { outside, bomb, "no xml", "", "<a>".repeat(100) + "</a>".repeat(100) }) {
			assertThat(json(answer(this.first, drawn(0, hostile), 422)).get("type").asString())
				.endsWith("studio.no-diagram");
		}
		assertThat(text()).isEqualTo(this.xml);
	}

	@Test
	void aScriptIsFoundAndNeverBecomesARelease() throws Exception {
		String hostile = this.xml.replaceFirst("<bpmn:endEvent",
				"<bpmn:scriptTask id=\"Task_Evil\" name=\"脚本\" scriptFormat=\"groovy\"><bpmn:script>System.exit(1)</bpmn:script></bpmn:scriptTask><bpmn:endEvent");

		JsonNode findings = json(answer(this.first, drawn(0, hostile), 200)).get("findings");

		assertThat(findings).anySatisfy(finding -> {
			assertThat(finding.get("error").asBoolean()).isTrue();
			assertThat(finding.get("elements").get(0).asString()).isEqualTo("Task_Evil");
		});
		// It is a draft of a release at most, which nobody can propose.
		Release made = this.makeRelease.make(this.draft, "虚构", this.first);
		assertThat(made.state()).isEqualTo(Release.State.DRAFT);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.release.propose(made.id(), this.first));
	}

	@Test
	void onlyDiagramsThatAreThereAreDrawn() throws Exception {
		String beside = "/admin/studio/" + this.draft + "/diagrams/";
		for (String name : new String[] { "no-such.bpmn", "limits.yaml", "..%2Flimits.yaml" }) {
			assertThat(this.mvc.perform(get(URI.create(beside + name)).with(authentication(authenticated(this.first))))
				.andReturn()
				.getResponse()
				.getStatus()).isIn(400, 404);
		}
		answer(this.first, post(beside + "no-such.bpmn/hold"), 404);
		answer(this.first,
				post(beside + "no-such.bpmn").param("seen", "0")
					.contentType(MediaType.APPLICATION_XML)
					.content(this.xml),
				404);
	}

	private String renamed(String name) {
		String task = this.xml.substring(this.xml.indexOf("<bpmn:userTask"));
		String old = task.substring(task.indexOf(" name=\"") + 7, task.indexOf('"', task.indexOf(" name=\"") + 7));
		return this.xml.replaceFirst("name=\"" + old + "\"", "name=\"" + name + "\"");
	}

	private String text() {
		return this.files.of(this.drafts.get(this.draft)).text(PackFiles.DIAGRAMS + FILE).orElseThrow();
	}

	private AbstractMockHttpServletRequestBuilder<?> drawn(int seen, String content) {
		return post(this.url + "?seen=" + seen).contentType(MediaType.APPLICATION_XML)
			.content(content.getBytes(StandardCharsets.UTF_8));
	}

	private Document page(Actor actor, String address) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).with(authentication(authenticated(actor))))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private MockHttpServletResponse answer(Actor actor, AbstractMockHttpServletRequestBuilder<?> request, int status)
			throws Exception {
		MockHttpServletResponse answer = this.mvc
			.perform(request.accept(MediaType.APPLICATION_JSON).with(authentication(authenticated(actor))).with(csrf()))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(status);
		return answer;
	}

	private static JsonNode json(MockHttpServletResponse answer) throws Exception {
		return JsonMapper.shared().readTree(answer.getContentAsString(StandardCharsets.UTF_8));
	}

	private static ActorAuthentication authenticated(Actor actor) {
		return new ActorAuthentication(actor);
	}

}
