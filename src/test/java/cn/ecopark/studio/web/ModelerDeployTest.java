package cn.ecopark.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.organisation.AccessTokens;
import cn.ecopark.organisation.Actor;
import cn.ecopark.release.Release;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.studio.DraftDiagrams;
import cn.ecopark.studio.DraftFiles;
import cn.ecopark.studio.DraftLeases;
import cn.ecopark.studio.DraftStep;
import cn.ecopark.studio.DraftSteps;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.EditDraft;
import cn.ecopark.studio.MakeDraftRelease;
import cn.ecopark.studio.TakeModelerFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/** What becomes of diagrams that the desktop Modeler sends, and what its user hears. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class ModelerDeployTest {

	private static final String FILE = "public-notice.bpmn";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private AccessTokens tokens;

	@Autowired
	private EditDraft edit;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DraftFiles files;

	@Autowired
	private DraftSteps steps;

	@Autowired
	private DraftLeases leases;

	@Autowired
	private TakeModelerFiles modeler;

	@Autowired
	private MakeDraftRelease makeRelease;

	@Autowired
	private JdbcClient jdbc;

	private Actor first;

	private Actor second;

	private UUID draft;

	private ModelerCalls calls;

	private ModelerCalls others;

	private String xml;

	@BeforeEach
	void aDraft() {
		DesktopPeople people = new DesktopPeople(this.context);
		this.first = people.administrator("甲");
		this.second = people.administrator("乙");
		this.draft = this.edit.begin("2015-167", "延长公示", this.first).id();
		this.calls = ModelerCalls.of(this.mvc, this.draft, this.tokens.make(this.first, "电脑", 7));
		this.others = ModelerCalls.of(this.mvc, this.draft, this.tokens.make(this.second, "电脑", 7));
		this.xml = text("bpmn/" + FILE);
	}

	@Test
	void keepsADiagramAsTheNextStep() throws Exception {
		ModelerCalls.Answer answer = this.calls.deploy(FILE, renamed("拟写公示"));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("id").asString()).isEqualTo(this.draft + ":1");
		assertThat(answer.json().get("deployedProcessDefinitions")).isEmpty();
		assertThat(text("bpmn/" + FILE)).contains("拟写公示");
		assertThat(this.steps.of(this.draft)).extracting(DraftStep::person).containsExactly("甲");
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM audit_entry WHERE action = 'studio.saved' AND details::text LIKE :draft
				   AND person_id = :person""")
			.param("draft", "%" + this.draft + "%")
			.param("person", this.first.personId())
			.query(Integer.class)
			.single()).isEqualTo(1);
		// The very same once more is no step.
		assertThat(this.calls.deploy(FILE, renamed("拟写公示")).status()).isEqualTo(200);
		assertThat(this.steps.of(this.draft)).hasSize(1);
		// Nobody has to wait for a program that has gone.
		assertThat(this.leases.of(this.draft)).isEmpty();
	}

	@Test
	void saysWhatIsWrongInWhatItKeeps() throws Exception {
		String faulty = this.xml.replaceFirst("<camunda:property name=\"limit\" value=\"[^\"]*\" />",
				"<camunda:property name=\"limit\" value=\"noSuchLimit\" />");

		ModelerCalls.Answer answer = this.calls.deploy(FILE, faulty);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).startsWith("已存入草稿“延长公示”（第 1 步），但有 1 处")
			.contains("1. 公示：", "noSuchLimit")
			.doesNotContain("finding.", "studio.");
		assertThat(text("bpmn/" + FILE)).isEqualTo(faulty);
		assertThat(this.others.inEnglish().deploy("naming.bpmn", "<a/>").message()).startsWith("Nothing was saved");
		ModelerCalls.Answer english = this.calls.inEnglish().deploy(FILE, faulty);
		assertThat(english.message()).startsWith("Saved into draft").contains("noSuchLimit");
		assertThat(this.calls.deploy(FILE, this.xml).status()).as("put right").isEqualTo(200);
	}

	@Test
	void refusesWhatSomebodyElseHasChangedSince() throws Exception {
		assertThat(this.calls.deploy(FILE, renamed("甲的步骤")).status()).isEqualTo(200);

		ModelerCalls.Answer refused = this.others.deploy(FILE, renamed("乙的步骤"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.message()).contains("没有保存", "甲 改动了", "第 1 步", "下载现稿");
		assertThat(text("bpmn/" + FILE)).contains("甲的步骤");

		// Whoever has fetched it goes on, and then it is the other who has to.
		this.modeler.fetch(this.draft, FILE, this.second);
		assertThat(this.others.deploy(FILE, renamed("两人的步骤")).status()).isEqualTo(200);
		assertThat(this.others.deploy(FILE, renamed("乙再改")).status()).isEqualTo(200);
		assertThat(this.calls.deploy(FILE, renamed("甲再改")).status()).isEqualTo(409);
		assertThat(text("bpmn/" + FILE)).contains("乙再改");
	}

	@Test
	void ofTwoAtTheSameMomentOneIsKept() throws Exception {
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			CyclicBarrier together = new CyclicBarrier(2);
			List<Future<Integer>> answers = both.invokeAll(List.of(() -> {
				together.await();
				return this.calls.deploy(FILE, renamed("甲的步骤")).status();
			}, () -> {
				together.await();
				return this.others.deploy(FILE, renamed("乙的步骤")).status();
			}));
			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
		}
		finally {
			both.shutdownNow();
		}
		assertThat(this.steps.of(this.draft)).hasSize(1);
	}

	@Test
	void overwritesNothingThatTheSenderHasDrawnOnThePageMeanwhile() throws Exception {
		this.modeler.fetch(this.draft, FILE, this.first);
		this.edit.save(this.draft, "bpmn/" + FILE, 0, bytes(renamed("页面上画的")), this.first);

		assertThat(this.calls.deploy(FILE, renamed("旧文件")).status()).isEqualTo(409);
		assertThat(text("bpmn/" + FILE)).contains("页面上画的");
		assertThat(this.leases.of(this.draft)).as("still at work on the page").hasSize(1);
	}

	@Test
	void tellsThatWhatWasSeenIsUndone() throws Exception {
		this.calls.deploy(FILE, renamed("甲的步骤"));
		this.edit.undo(this.draft, "bpmn/" + FILE, this.second);
		this.edit.letGo(this.draft, "bpmn/" + FILE, this.second);

		ModelerCalls.Answer refused = this.calls.deploy(FILE, renamed("甲再改"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.message()).contains("已被撤销");
		assertThat(text("bpmn/" + FILE)).isEqualTo(this.xml);
	}

	@Test
	void waitsForWhoeverIsAtWorkOnThePage() throws Exception {
		this.edit.take(this.draft, "bpmn/" + FILE, this.second);

		ModelerCalls.Answer refused = this.calls.deploy(FILE, renamed("甲的步骤"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.message()).contains("乙 正在").doesNotContain("写在下方");
		assertThat(text("bpmn/" + FILE)).isEqualTo(this.xml);

		this.edit.letGo(this.draft, "bpmn/" + FILE, this.second);
		assertThat(this.calls.deploy(FILE, renamed("甲的步骤")).status()).isEqualTo(200);
	}

	@Test
	void keepsAllFilesOrNone() throws Exception {
		String naming = text("bpmn/naming.bpmn");
		String form = text("forms/notice-draft.form");
		Map<String, byte[]> sent = new LinkedHashMap<>();
		sent.put("naming.bpmn", bytes(naming + "\n"));
		sent.put(FILE, bytes(renamed("拟写公示")));
		sent.put("notice-draft.form", bytes(form + "\n"));

		this.edit.take(this.draft, "bpmn/" + FILE, this.second);
		assertThat(this.calls.deploy(sent).status()).isEqualTo(409);
		assertThat(this.steps.of(this.draft)).isEmpty();
		this.edit.letGo(this.draft, "bpmn/" + FILE, this.second);
		Map<String, byte[]> withAStranger = new LinkedHashMap<>(sent);
		withAStranger.put("recheck.bpmn", bytes("<no xml"));
		assertThat(this.calls.deploy(withAStranger).status()).isEqualTo(422);
		assertThat(this.steps.of(this.draft)).isEmpty();

		ModelerCalls.Answer answer = this.calls.deploy(sent);
		assertThat(answer.status()).as(answer.message()).isEqualTo(200);
		assertThat(this.steps.of(this.draft)).extracting(DraftStep::path)
			.containsExactlyInAnyOrder("bpmn/naming.bpmn", "bpmn/" + FILE, "forms/notice-draft.form");
	}

	@Test
	void checksFilesThatAreSentTogetherTogether() throws Exception {
		String notice = this.xml.replace("formRef=\"notice-draft\"", "formRef=\"no-such-form\"");

		ModelerCalls.Answer answer = this.calls
			.deploy(Map.of(FILE, bytes(notice), "naming.bpmn", bytes(text("bpmn/naming.bpmn") + "\n")));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.message()).contains("no-such-form", "公示");
		assertThat(this.steps.of(this.draft)).hasSize(2);
	}

	@Test
	void takesNoFormWithFaults() throws Exception {
		String form = text("forms/notice-draft.form");
		for (String faulty : List.of("{", "[]", "null", "{\"components\": 1}", "[".repeat(100_000),
				form.replaceFirst("\"type\": *\"text(field|area)\"", "\"type\": \"html\""))) {
			ModelerCalls.Answer answer = this.calls.deploy("notice-draft.form", faulty);
			assertThat(answer.status()).as(faulty).isEqualTo(422);
			assertThat(answer.message()).startsWith("没有保存");
		}
		assertThat(this.steps.of(this.draft)).isEmpty();
	}

	@Test
	void takesNothingThatTheDraftDoesNotHave() throws Exception {
		for (String name : List.of("no-such.bpmn", "limits.yaml", "../limits.yaml", "bpmn/public-notice.bpmn",
				"..\\bpmn\\public-notice.bpmn", "../bpmn/public-notice.bpmn", "/etc/passwd", "PUBLIC-NOTICE.BPMN",
				"public-notice.bpmn ", "public-notice.bpmn\u0000", "public-notice.dmn", "pack.yaml", ".bpmn",
				"public-notice.bpmn.bpmn", "x".repeat(5_000) + ".bpmn", "公示.bpmn", "<b>.bpmn", "{0}.bpmn",
				"papers/publicNotice.txt", "public-notice.form", "./public-notice.bpmn", "public-notice.bpmn/")) {
			ModelerCalls.Answer answer = this.calls.deploy(name, renamed("拟写公示"));
			assertThat(answer.status()).as(name).isEqualTo(422);
			assertThat(answer.message()).as(name).startsWith("没有保存").hasSizeLessThan(300);
		}
		assertThat(this.steps.of(this.draft)).isEmpty();
	}

	@Test
	void takesNoFileTwiceAndNotTooMany() throws Exception {
		ModelerCalls.Answer twice = this.calls.answer(multipart(this.calls.url() + "/deployment/create")
			.file(new MockMultipartFile("a", FILE, "text/xml", bytes(renamed("一"))))
			.file(new MockMultipartFile("b", FILE, "text/xml", bytes(renamed("二")))));
		assertThat(twice.status()).isEqualTo(422);
		assertThat(twice.message()).contains("两个文件");

		Map<String, byte[]> many = new LinkedHashMap<>();
		this.files.of(this.drafts.get(this.draft))
			.in(PackFiles.FORMS)
			.forEach((name, content) -> many.put(name, content));
		assertThat(many).hasSizeGreaterThan(TakeModelerFiles.MOST);
		assertThat(this.calls.deploy(many).message()).contains("最多 20 个");
		assertThat(this.calls.deploy(Map.of()).status()).isEqualTo(422);
		assertThat(this.steps.of(this.draft)).isEmpty();
	}

	@Test
	void takesNothingThatIsTooLarge() throws Exception {
		String padding = "<!--" + "x".repeat(DraftDiagrams.LARGEST - bytes(this.xml).length - 7) + "-->";

		assertThat(this.calls.deploy(FILE, this.xml + padding + "\n").status()).isEqualTo(413);
		assertThat(this.steps.of(this.draft)).isEmpty();
		assertThat(this.calls.deploy(FILE, this.xml + padding).status()).isEqualTo(200);
	}

	@Test
	void takesNothingIntoADraftThatHasEnded() throws Exception {
		this.edit.layAside(this.draft, this.second);

		assertThat(this.calls.checkConnection().status()).isEqualTo(200);
		ModelerCalls.Answer refused = this.calls.deploy(FILE, renamed("太迟"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.message()).contains("已搁置", "延长公示");
	}

	@Test
	void takesNothingOfAnotherPack() throws Exception {
		MockMultipartFile file = new MockMultipartFile(FILE, FILE, "text/xml", bytes(renamed("拟写公示")));
		ModelerCalls.Answer other = this.calls
			.answer(multipart(this.calls.url() + "/deployment/create").file(file).param("tenant-id", "2026-4"));
		assertThat(other.status()).isEqualTo(422);
		assertThat(other.message()).contains("2026-4", "2015-167");

		assertThat(this.calls
			.answer(multipart(this.calls.url() + "/deployment/create").file(file).param("tenant-id", "2015-167"))
			.status()).isEqualTo(200);
	}

	@Test
	void makesItsSenderAnEditorOfTheRelease() throws Exception {
		this.calls.deploy(FILE, renamed("拟写公示"));

		Release made = this.makeRelease.make(this.draft, "虚构", this.second);

		assertThat(made.mayBeReleasedBy(this.first.personId())).isFalse();
		assertThat(this.jdbc.sql("SELECT count(*) FROM studio_base WHERE draft_id = :draft")
			.param("draft", this.draft)
			.query(Integer.class)
			.single()).isZero();
	}

	private String renamed(String name) {
		return this.xml.replaceFirst("name=\"起草公示\"", "name=\"" + name + "\"");
	}

	private String text(String path) {
		return this.files.of(this.drafts.get(this.draft)).text(path).orElseThrow();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
