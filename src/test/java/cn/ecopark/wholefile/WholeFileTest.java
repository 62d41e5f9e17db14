package cn.ecopark.wholefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.ecopark.SampleFiles;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.RegisterEntry;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.wholefile.ExportStage.Staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@Import(ExportStage.class)
class WholeFileTest {

	private static final String PDF = "application/pdf";

	@Autowired
	private ExportStage stage;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Audit audit;

	@Autowired
	private OfficialDocuments officialDocuments;

	@TempDir
	private Path folder;

	private Staged staged;

	@BeforeEach
	void aCaseWithDocumentsAndOpinions() {
		this.staged = this.stage.aCase();
		document("constructionPlan", 1, "规划.pdf", Audience.PARK);
		document("constructionPlan", 2, "规划（修改）.pdf", Audience.PARK);
		document("technicalReport", 1, "预审底稿.pdf", Audience.AUTHORITIES);
		opinion("FORWARD", "转报国家", Audience.PARK);
		opinion("DISAGREE", "内部商议，不给园区看", Audience.AUTHORITIES);
	}

	@Test
	void holdsWhatItsManifestSays() throws Exception {
		Actor office = this.stage.office();
		Map<String, byte[]> entries = download(office);

		assertThat(entries.keySet()).startsWith(Manifest.PATH, "目录.html")
			.contains("00 案卷/案卷概况.html", "00 案卷/办理经过.html", "00 案卷/意见.html", "数据/case.json", "数据/case.schema.json",
					"01 申报/建设规划/第1版 规划.pdf", "01 申报/建设规划/第2版 规划（修改）.pdf", "01 申报/技术报告/第1版 预审底稿.pdf");
		ManifestFile manifest = ManifestFile.read(entries.get(Manifest.PATH));
		assertThat(manifest.manifest().entries()).extracting(Manifest.Entry::path)
			.containsExactlyElementsOf(entries.keySet().stream().skip(1).toList());
		for (Manifest.Entry entry : manifest.manifest().entries()) {
			assertThat(entries.get(entry.path())).as(entry.path()).hasSize((int) entry.size());
			assertThat(ManifestFile.digest(entries.get(entry.path()))).as(entry.path()).isEqualTo(entry.sha256());
		}
		assertThat(manifest.manifest().made().personId()).isEqualTo(office.personId());
		assertThat(manifest.manifest().ecoCase().parkName()).isEqualTo("苏州某工业园区");
		Manifest.DocumentMeta plan = manifest.manifest()
			.entries()
			.stream()
			.filter(entry -> entry.path().contains("第2版"))
			.findFirst()
			.orElseThrow()
			.document();
		assertThat(plan.type()).isEqualTo("constructionPlan");
		assertThat(plan.version()).isEqualTo(2);
		assertThat(plan.stage()).isEqualTo("application");
		assertThat(plan.by()).isEqualTo("张三");
	}

	@Test
	void keepsInTheAuditWhoGotWhichManifest() throws Exception {
		Actor office = this.stage.office();
		Map<String, byte[]> entries = download(office);
		String digest = ManifestFile.digest(entries.get(Manifest.PATH));

		List<AuditEntry> audited = this.audit.entries(Subject.ofCase(this.staged.id()), Long.MAX_VALUE, 10);
		assertThat(audited).first().satisfies(entry -> {
			assertThat(entry.action()).isEqualTo("whole-file.exported");
			assertThat(entry.who().personId()).isEqualTo(office.personId());
			assertThat(entry.details()).contains(digest);
		});
		this.mvc.perform(get("/cases/{id}/whole-file", this.staged.id()).with(as(office)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString(digest)));
		this.mvc.perform(get("/cases/{id}/whole-file", this.staged.id()).with(as(this.stage.office())))
			.andExpect(content().string(not(containsString(digest))));
	}

	@Test
	void givesEachReaderHisView() throws Exception {
		String ofPark = text(download(this.stage.park(this.staged)));
		String ofProvince = text(download(this.stage.province("320000")));

		assertThat(ofPark).contains("转报国家", "规划（修改）.pdf").doesNotContain("内部商议", "预审底稿", "scoreTotal");
		assertThat(ofProvince).contains("转报国家", "内部商议", "预审底稿", "scoreTotal");
	}

	@Test
	void refusesOthers() throws Exception {
		refuses(this.stage.province("330000"), 403);
		refuses(this.stage.park(this.stage.aCase()), 403);
		this.mvc.perform(get("/cases/none/whole-file.zip").with(as(this.stage.office())).accept(MediaType.TEXT_HTML))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/cases/{id}/whole-file.zip", this.staged.id())).andExpect(status().is3xxRedirection());
		assertThat(this.audit.entries(Subject.ofCase(this.staged.id()), Long.MAX_VALUE, 10)).isEmpty();
	}

	@Test
	void putsNobodyOnRecordWhomAPageOfAnotherSiteHadAskForIt() throws Exception {
		long before = exports();

		this.mvc
			.perform(get("/cases/{id}/whole-file.zip", this.staged.id()).with(as(this.stage.office()))
				.header("Sec-Fetch-Site", "cross-site"))
			.andExpect(redirectedUrl("/cases/" + this.staged.id() + "/whole-file"));

		assertThat(exports()).isEqualTo(before);
		this.mvc
			.perform(get("/cases/{id}/whole-file.zip", this.staged.id()).with(as(this.stage.office()))
				.header("Sec-Fetch-Site", "same-origin"))
			.andExpect(status().isOk());
		assertThat(exports()).isEqualTo(before + 1);
	}

	private long exports() {
		return this.stage.jdbc().sql("SELECT count(*) FROM whole_file_export").query(Long.class).single();
	}

	@Test
	void makesHostileNamesSafe() throws Exception {
		String[] names = { "../../../etc/passwd", "规划\u202Efdp.exe", "规划.pdf", "🌱".repeat(200) + ".pdf", "\u0000",
				"CON", "a/b\\c.pdf" };
		for (int at = 0; at < names.length; at++) {
			String kind = at == 2 ? "constructionPlan" : "supplement";
			this.stage.document(this.staged.id(), this.staged.task(), kind, at + 10,
					names[at].replace("\u0000", "\u0001"), PDF, Audience.PARK, SampleFiles.pdf("名" + at));
		}

		Map<String, byte[]> entries = download(this.stage.office());

		assertThat(entries.keySet()).allSatisfy(path -> {
			assertThat(path).doesNotContain("..", "\\", "\u202E", "\u0001").doesNotStartWith("/");
			assertThat(path.getBytes(StandardCharsets.UTF_8).length).isLessThan(255);
			assertThat(Path.of("/x").resolve(path).normalize().toString()).startsWith("/x/");
		});
		assertThat(entries.keySet().stream().filter(path -> path.contains("补充材料"))).hasSize(6);
		assertThat(check(zip(this.stage.office())).isIntact()).isTrue();
	}

	@Test
	void showsBallotsAndObjectorsOnlyToThoseWhoMay() throws Exception {
		String batch = aBatchWithBallotsAndAnObjection();

		String ofPark = text(download(this.stage.park(this.staged)));
		String ofProvince = text(download(this.stage.province("320000")));
		String ofMinistry = text(download(this.stage.ministry("MEE")));
		String ofOffice = text(download(this.stage.office()));

		assertThat(ofPark).contains("公示通告").doesNotContain("数据存疑", "反对建设", "王五", "13800000000", "OB-SECRET");
		assertThat(ofProvince).contains("公示通告").doesNotContain("数据存疑", "反对建设", "王五", "OB-SECRET");
		assertThat(ofMinistry).contains("数据存疑", batch, "（代）", "未记录所签文稿")
			.doesNotContain("反对建设", "王五", "OB-SECRET", "别家的理由");
		assertThat(ofOffice).contains("数据存疑", "反对建设", "王五", "OB-SECRET").doesNotContain("别家的理由");
	}

	@Test
	void letsWhoeverWorksOnAnObjectionReadItWithoutTheName() throws Exception {
		aBatchWithBallotsAndAnObjection();
		this.stage.task("objection-" + this.staged.id(), this.staged.id(), "objection", "Task_Verify",
				"320000-ECOLOGY");

		assertThat(text(download(this.stage.province("320000")))).contains("反对建设")
			.doesNotContain("王五", "13800000000", "OB-SECRET");
	}

	@Test
	void bringsWhatWasIssuedAsFarAsItIsForTheReader() throws Exception {
		register("不予受理的内部报告", Audience.AUTHORITIES);
		register("补正通知书", Audience.PARK);

		Map<String, byte[]> ofPark = download(this.stage.park(this.staged));
		Map<String, byte[]> ofOffice = download(this.stage.office());

		assertThat(ofPark).containsKey("发文/补正通知书.pdf").doesNotContainKey("发文/不予受理的内部报告.pdf");
		assertThat(ofOffice).containsKeys("发文/补正通知书.pdf", "发文/不予受理的内部报告.pdf", "00 案卷/制发文书.html");
		assertThat(check(zip(this.stage.office())).isIntact()).isTrue();
	}

	@Test
	void namesStableKeysThatTheSchemaDescribes() throws Exception {
		aBatchWithBallotsAndAnObjection();
		register("补正通知书", Audience.PARK);
		Map<String, byte[]> entries = download(this.stage.office());
		JsonMapper json = JsonMapper.builder().build();

		JsonNode data = json.readTree(entries.get("数据/case.json"));
		JsonNode schema = json.readTree(entries.get("数据/case.schema.json"));

		assertThat(data.get("schema").asString()).isEqualTo(CaseData.SCHEMA);
		assertThat(data.get("case").get("park").get("name").asString()).isEqualTo("苏州某工业园区");
		assertThat(SchemaWalk.faults(schema, data)).isEmpty();
	}

	@Test
	void checksAnUploadedWholeFile() throws Exception {
		Actor office = this.stage.office();
		byte[] zip = zip(office);

		upload(zip, office).andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("全部完好"), containsString("清单出自本系统"))));
		byte[] changed = rezip(zip, "第2版", "改了一个字节".getBytes(StandardCharsets.UTF_8));
		upload(changed, office)
			.andExpect(content().string(allOf(containsString("有 1 个文件与清单不符"), containsString("已改动"))));
		upload("no zip".getBytes(StandardCharsets.UTF_8), office).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("不是完整的 ZIP 文件")));
		upload(new byte[0], office).andExpect(status().isUnprocessableContent());
	}

	@Test
	void offersItOnThePageOfTheCase() throws Exception {
		this.mvc.perform(get("/cases/{id}", this.staged.id()).with(as(this.stage.office())).accept(MediaType.TEXT_HTML))
			.andExpect(status().isOk())
			.andExpect(content().string(
					allOf(containsString("整卷 ZIP"), containsString("/cases/" + this.staged.id() + "/whole-file.zip"))));
	}

	private org.springframework.test.web.servlet.ResultActions upload(byte[] zip, Actor actor) throws Exception {
		return this.mvc.perform(multipart("/whole-file/check").file(new MockMultipartFile("file", "整卷.zip", null, zip))
			.with(as(actor))
			.with(csrf())
			.accept(MediaType.TEXT_HTML));
	}

	/** Another park is in the batch too, and voted on with the same opinion. */
	private String aBatchWithBallotsAndAnObjection() {
		String batch = "batch-" + this.staged.id();
		Staged other = this.stage.aCase();
		this.stage.jdbc().sql("""
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES (:id, 'public-notice', '2015-167', '2015-167.1', '2018 年第一批', 'OPEN', 1, now(), :id)
				""").param("id", batch).update();
		for (Staged one : List.of(this.staged, other)) {
			this.stage.jdbc().sql("""
					INSERT INTO batch_item (batch_id, case_id, position, state)
					SELECT :batch, :case, count(*) + 1, 'IN' FROM batch_item WHERE batch_id = :batch
					""").param("batch", batch).param("case", one.id()).update();
		}
		long opinion = this.stage.opinion(batch, null, "Task_Countersign", "VOTED", "", Audience.AUTHORITIES,
				Map.of("reason." + other.id(), "别家的理由"));
		this.stage.jdbc()
			.sql("""
					INSERT INTO ballot (batch_id, case_id, unit_id, round, choice, reason, deputy, person_id, opinion_id, at)
					VALUES (:batch, :case, 'MOFCOM', 1, 'DISAGREE', '数据存疑', TRUE, :person, :opinion, now())
					""")
			.param("batch", batch)
			.param("case", this.staged.id())
			.param("person", this.stage.person("赵六"))
			.param("opinion", opinion)
			.update();
		this.stage.jdbc()
			.sql("""
					INSERT INTO public_notice (batch_id, title, intro, contacts, publication_day, closes_on, state, published_at)
					VALUES (:batch, '公示通告', '现予公示', '[]', '2018-03-01', '2018-03-12', 'PUBLISHED', now())
					""")
			.param("batch", batch)
			.update();
		String objection = "objection-" + this.staged.id();
		this.stage.jdbc()
			.sql("""
					INSERT INTO objection (id, receipt_number, batch_id, case_id, channel, text, objector, objector_unit, contact,
					                       received_on, entered_at, submission, state, answer)
					VALUES (:id, :receipt, :batch, :case, 'WEB', '反对建设', '王五', '', '13800000000', '2018-03-02', now(),
					        :id, 'OPEN', '')
					""")
			.param("id", objection)
			.param("receipt", "OB-SECRET-" + UUID.randomUUID())
			.param("batch", batch)
			.param("case", this.staged.id())
			.update();
		return "2018 年第一批";
	}

	private void register(String title, Audience audience) {
		byte[] pdf = SampleFiles.pdf(title + UUID.randomUUID());
		this.stage.content(pdf);
		this.officialDocuments.register(new RegisterEntry(VerificationCode.next(), null, "correction-notice", title,
				List.of(new OfficialDocument.Body("OFFICE", "国家生态工业示范园区建设协调领导小组办公室")), LocalDate.of(2018, 1, 9),
				this.staged.id(), new OfficialDocument.IssuedFile(ManifestFile.digest(pdf), pdf.length, 0,
						ReleaseId.of("2015-167.1"), "1", null),
				audience));
	}

	private void refuses(Actor actor, int expected) throws Exception {
		for (String what : List.of("whole-file.zip", "whole-file")) {
			this.mvc.perform(get("/cases/" + this.staged.id() + "/" + what).with(as(actor)).accept(MediaType.TEXT_HTML))
				.andExpect(status().is(expected));
		}
	}

	private Map<String, byte[]> download(Actor reader) throws Exception {
		return unzip(zip(reader));
	}

	private byte[] zip(Actor reader) throws Exception {
		MockHttpServletResponse response = this.mvc
			.perform(get("/cases/{id}/whole-file.zip", this.staged.id()).with(as(reader)))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Type", "application/zip"))
			.andExpect(header().string("Content-Disposition", containsString("attachment")))
			.andReturn()
			.getResponse();
		return response.getContentAsByteArray();
	}

	private CheckReport check(byte[] zip) throws IOException {
		Path file = Files.write(this.folder.resolve("checked.zip"), zip);
		return new ManifestCheck(1 << 30).check(file.toFile());
	}

	private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				entries.put(entry.getName(), in.readAllBytes());
			}
		}
		return entries;
	}

	private static byte[] rezip(byte[] zip, String path, byte[] content) throws IOException {
		java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
		try (java.util.zip.ZipOutputStream changed = new java.util.zip.ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> entry : unzip(zip).entrySet()) {
				changed.putNextEntry(new ZipEntry(entry.getKey()));
				changed.write(entry.getKey().contains(path) ? content : entry.getValue());
			}
		}
		return out.toByteArray();
	}

	/** All that can be read in it, names included. */
	private static String text(Map<String, byte[]> entries) {
		StringBuilder text = new StringBuilder();
		entries.forEach((path, bytes) -> text.append(path).append(new String(bytes, StandardCharsets.UTF_8)));
		return text.toString();
	}

	private void document(String kind, int number, String name, Audience audience) {
		this.stage.document(this.staged.id(), this.staged.task(), kind, number, name, PDF, audience,
				SampleFiles.pdf(name + Instant.now()));
	}

	private void opinion(String outcome, String text, Audience audience) {
		this.stage.opinion(this.staged.id(), this.staged.id(), "Task_Review", outcome, text, audience,
				Map.of("scoreTotal", 87));
	}

	private static RequestPostProcessor as(Actor actor) {
		return SecurityMockMvcRequestPostProcessors.authentication(new ActorAuthentication(actor));
	}

}
