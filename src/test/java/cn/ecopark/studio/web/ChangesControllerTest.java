package cn.ecopark.studio.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.CountedStatements;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.studio.DraftDiagrams;
import cn.ecopark.studio.Drafts;
import cn.ecopark.studio.EditDraft;
import cn.ecopark.studio.MakeDraftRelease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What whoever approves of a draft or a release is shown of it beforehand. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-controller" })
class ChangesControllerTest {

	private static final String PACK = "2015-167";

	private static final String FILE = "public-notice.bpmn";

	private static final String PATH = PackFiles.DIAGRAMS + FILE;

	private static final String STEP = "Task_DraftPublicNotice";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private EditDraft edit;

	@Autowired
	private Drafts drafts;

	@Autowired
	private DraftDiagrams diagrams;

	@Autowired
	private MakeDraftRelease makeRelease;

	@Autowired
	private RulePacks packs;

	@Autowired
	private JdbcClient jdbc;

	private Actor first;

	private Actor second;

	private UUID draft;

	private String url;

	@BeforeEach
	void aDraft() {
		this.first = new TestReleases(this.context).administrator("甲");
		this.second = new TestReleases(this.context).administrator("乙");
		this.draft = this.edit.begin(PACK, "市级先审", this.first).id();
		this.url = "/admin/studio/" + this.draft;
		this.jdbc.sql("DELETE FROM work_item WHERE dossier_id LIKE 'changes-%'").update();
	}

	@Test
	void onlySystemAdministratorsSeeWhatChanges() throws Exception {
		draw("candidateGroups=\"OFFICE\"", "candidateGroups=\"PARK\"");
		String inForce = "/admin/packs/" + inForce() + "/changes";
		for (MemberRole role : MemberRole.values()) {
			if (role != MemberRole.SYSTEM_ADMIN) {
				Actor other = new Actor(this.second.personId(), "丙", this.second.unitId(), this.second.unitKind(), null,
						Set.of(role));
				for (String address : List.of(this.url + "/changes", this.url + "/changes/" + FILE,
						inForce + "?from=" + inForce(), inForce + "/" + FILE + "?from=" + inForce())) {
					assertThat(answer(other, address).getStatus()).as(role + " " + address).isEqualTo(403);
				}
			}
		}

		assertThat(answer(this.second, this.url + "/changes").getStatus()).isEqualTo(200);
		assertThat(answer(this.second, this.url + "/changes/" + FILE).getStatus()).isEqualTo(200);
	}

	@Test
	void aDraftWithoutChangesChangesNothing() throws Exception {
		Document page = page(this.url + "/changes");

		assertThat(page.select(".note").text()).contains("没有差异");
		assertThat(page.select(".changes-drawing")).isEmpty();
		assertThat(page(this.url).select("a[href$=/changes]")).isEmpty();
	}

	@Test
	void tellsWhatChangesAndWhatStandsThere() throws Exception {
		draw("candidateGroups=\"OFFICE\"", "candidateGroups=\"PARK\"");
		open(1, STEP, "OPEN");
		open(2, STEP, "OPEN");
		open(2, STEP, "OPEN");
		open(3, STEP, "DONE");
		open(4, "Task_Other", "OPEN");

		assertThat(page(this.url).select("a[href=" + this.url + "/changes]")).hasSize(2);
		Document page = page(this.url + "/changes");

		assertThat(page.select(".changes-drawing h3").text()).isEqualTo("公示 修改");
		assertThat(page.select(".changes-sentences li").eachText())
			.singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
			.startsWith("修改 “起草公示”的承办角色由")
			.doesNotContain("OFFICE", "difference.");
		assertThat(page.select(".changes-drawing tbody tr").text()).isEqualTo("“起草公示” 修改 版本 " + inForce() + "：2 件");
		assertThat(page.select(".changes-running").text()).contains("在办案件仍按各自开始时的版本办到底");
		assertThat(page.text()).doesNotContain("studio.changes.", "release.property.");
		Document english = Jsoup.parse(this.mvc
			.perform(get(this.url + "/changes").param("lang", "en")
				.locale(java.util.Locale.ENGLISH)
				.with(authentication(new ActorAuthentication(this.second))))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(english.text()).doesNotContain("studio.changes.", "difference.");
	}

	@Test
	void thePicturesAreMarked() throws Exception {
		draw("candidateGroups=\"OFFICE\"", "candidateGroups=\"PARK\"");
		String pictures = page(this.url + "/changes").select("[data-changes]").attr("data-changes");

		JsonNode shown = JsonMapper.shared()
			.readTree(answer(this.second, pictures).getContentAsString(StandardCharsets.UTF_8));

		assertThat(shown.get("marks").toString())
			.isEqualTo("[{\"kind\":\"CHANGED\",\"before\":\"" + STEP + "\",\"after\":\"" + STEP + "\"}]");
		assertThat(shown.get("before").asString()).isEqualTo(this.packs.files(inForce()).text(PATH).orElseThrow());
		assertThat(shown.get("after").asString()).contains("candidateGroups=\"PARK\"");
		assertThat(answer(this.second, this.url + "/changes/no-such.bpmn").getStatus()).isEqualTo(404);
	}

	@Test
	void asksTheDatabaseNothingForEachStep() throws Exception {
		draw("candidateGroups=\"OFFICE\"", "candidateGroups=\"PARK\"");
		drawAll("name=\"", "name=\"新");
		for (int at = 0; at < 10; at++) {
			open(at, STEP, "OPEN");
		}

		assertThat(page(this.url + "/changes").select(".changes-sentences li")).hasSizeGreaterThan(8);
		assertThat(CountedStatements.of(() -> page(this.url + "/changes"))).hasSizeLessThanOrEqualTo(8)
			.filteredOn(statement -> statement.contains("work_item") || statement.contains("eco_case"))
			.hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void aReleaseIsComparedWithWhatItWouldReplace() throws Exception {
		draw("candidateGroups=\"OFFICE\"", "candidateGroups=\"PARK\"");
		ReleaseId made = this.makeRelease.make(this.draft, "虚构", this.first).id();
		String of = "/admin/packs/" + made;

		String link = page(of).select("a[href^=" + of + "/changes]").first().attr("href");
		assertThat(link).isEqualTo(of + "/changes?from=" + inForce());
		for (String address : List.of(link, of + "/changes", this.url + "/changes")) {
			Document page = page(address);
			assertThat(page.select(".changes-sentences").text()).contains("承办角色");
			assertThat(page.select(".back").attr("href")).isEqualTo(of);
			assertThat(answer(this.second, page.select("[data-changes]").attr("data-changes")).getStatus())
				.isEqualTo(200);
		}
	}

	@Test
	void onlyReleasesOfOnePackAreCompared() throws Exception {
		String other = this.packs.all()
			.stream()
			.filter(pack -> !pack.id().equals(PACK))
			.map(pack -> pack.release().toString())
			.findFirst()
			.orElse("2026-4.1");

		String inForce = "/admin/packs/" + inForce() + "/changes";
		assertThat(answer(this.second, inForce + "?from=" + other).getStatus()).isEqualTo(404);
		assertThat(answer(this.second, inForce + "?from=nothing").getStatus()).isEqualTo(404);
		assertThat(answer(this.second, "/admin/packs/nothing/changes").getStatus()).isEqualTo(404);
		assertThat(answer(this.second, "/admin/studio/" + UUID.randomUUID() + "/changes").getStatus()).isEqualTo(404);
		assertThat(answer(this.second, inForce + "?from=" + inForce()).getStatus()).isEqualTo(200);
	}

	@Test
	void whatBothSidesHaveChangedIsComparedWithItsBeginning() throws Exception {
		draw("candidateGroups=\"OFFICE\"", "candidateGroups=\"PARK\"");
		ReleaseId before = inForce();
		TreeMap<String, byte[]> files = new TreeMap<>(this.packs.files(before).all());
		files.put(PATH, (text() + "\n<!-- 虚构 " + this.draft + " -->").getBytes(StandardCharsets.UTF_8));
		TestReleases releases = new TestReleases(this.context);
		ReleaseId now = releases.release(PACK, PackFiles.of(files));
		try {
			Document page = page(this.url + "/changes");

			assertThat(page.select(".note.tone-warn").first().text()).contains("现行版本也改过同样的文件", before.toString());
			assertThat(page.select(".changes-sentences").text()).contains("承办角色");
		}
		finally {
			releases.withdraw(now);
		}
	}

	private ReleaseId inForce() {
		return this.packs.current(PACK).release();
	}

	private String text() {
		return this.packs.files(inForce()).text(PATH).orElseThrow();
	}

	private void draw(String old, String changed) {
		String xml = text();
		int at = xml.indexOf("id=\"" + STEP + "\"");
		save(xml.substring(0, at) + xml.substring(at).replaceFirst(old, changed));
	}

	private void drawAll(String old, String changed) {
		String xml = text();
		int at = xml.indexOf("<bpmn:userTask");
		int end = xml.indexOf("<bpmndi:");
		save(xml.substring(0, at)
				+ xml.substring(at, end)
					.replaceAll("(id=\"(?:Task|Call|Gateway|End|Event)_\\w+\" )" + old, "$1" + changed)
				+ xml.substring(end));
	}

	private void save(String xml) {
		DraftDiagrams.Sketch sketch = this.diagrams.find(this.drafts.get(this.draft), FILE);
		this.diagrams.save(this.drafts.get(this.draft), FILE, sketch.step(), xml.getBytes(StandardCharsets.UTF_8),
				this.first);
	}

	private void open(int number, String step, String state) {
		this.jdbc
			.sql("""
					INSERT INTO work_item (kind, definition_id, pack, release, process_key, task_key, task_name, stage, dossier_id, title,
					                       role, unit_id, created_at, sort_due, description, state, ended_as, ended_by)
					VALUES ('ENGINE_TASK', 'p:1', :pack, :release, 'public-notice', :step, '任务', 'p', :dossier, '园区', 'OFFICE',
					        'OFFICE', now(), DATE '9999-12-31', '{}', :state, :ended, NULL)
					""")
			.param("pack", PACK)
			.param("release", inForce().toString())
			.param("step", step)
			.param("dossier", "changes-" + number)
			.param("state", state)
			.param("ended", state.equals("OPEN") ? null : "DONE")
			.update();
	}

	private Document page(String address) throws Exception {
		MockHttpServletResponse answer = answer(this.second, address);
		assertThat(answer.getStatus()).as(address).isEqualTo(200);
		return Jsoup.parse(answer.getContentAsString());
	}

	private MockHttpServletResponse answer(Actor actor, String address) throws Exception {
		return this.mvc.perform(get(address).with(authentication(new ActorAuthentication(actor))))
			.andReturn()
			.getResponse();
	}

}
