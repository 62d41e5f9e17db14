package cn.ecopark.dossier.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.SampleFiles;
import cn.ecopark.TestRegister;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.TaskDescription;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.options;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What a client of the protocol for resumable uploads is answered. */
@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "ecopark.documents.wait-for-verdict=60s", "ecopark.background.look-every=1h" })
class UploadControllerTest {

	private static final AtomicInteger CASES = new AtomicInteger(5000);

	private static final Actor PARK = actor(1, "PARK-1", ShippedKinds.PARK);

	private static final Actor COLLEAGUE = actor(4, "PARK-1", ShippedKinds.PARK);

	private static final Actor OTHER_PARK = actor(3, "PARK-2", ShippedKinds.PARK);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private WorkItems items;

	@Autowired
	private Documents documents;

	@Autowired
	private JdbcClient jdbc;

	private final byte[] plan = SampleFiles.pdf("建设规划");

	private String caseId = "";

	private long task;

	@BeforeEach
	void openACase() {
		int number = CASES.incrementAndGet();
		TestRegister register = new TestRegister(this.jdbc).park(9000 + number, "PARK-OF-" + number, "320000")
			.unit("PARK-1", "PARK")
			.unit("PARK-2", "PARK");
		List.of(1, 2, 3, 4).forEach(register::person);
		this.caseId = "case-of-uploads-" + number;
		this.jdbc
			.sql("""
					INSERT INTO eco_case (id, kind, pack, release, park_id, park_name, park_kind, park_unit_id, province_code, status,
					                      opened_at)
					VALUES (:id, 'creation', '2015-167', '2015-167.1', :park, '苏州某园区', 'COMPREHENSIVE', 'PARK-1', '320000', 'OPEN', now())
					""")
			.param("id", this.caseId)
			.param("park", 9000 + number)
			.update();
		TaskDescription description = new TaskDescription(Purpose.ORDINARY, List.of("SUBMIT"),
				List.of("constructionPlan"), List.of("supplement"), Audience.AUTHORITIES, List.of(), List.of(), null,
				null, false, false, List.of());
		this.task = this.items.add(new WorkItem(0, null,
				new WorkItem.Task(ShippedPacks.FIRST, "application:1", "application", "Task_SubmitApplication",
						"提交申报材料", "application"),
				new WorkItem.Subject(this.caseId, this.caseId, null, null, "苏州某园区", null, 9000L + number, null,
						"320000"),
				new WorkItem.Holder("PARK", "PARK-1", null, null), Instant.now(), null, null, false, null, null,
				description, WorkItem.State.OPEN, null, null, 0));
	}

	@Test
	void saysWhatItCan() throws Exception {
		this.mvc.perform(options(UploadController.PATH).with(authentication(new ActorAuthentication(PARK))))
			.andExpect(status().isNoContent())
			.andExpect(header().string("Tus-Resumable", "1.0.0"))
			.andExpect(header().string("Tus-Version", "1.0.0"))
			.andExpect(header().string("Tus-Extension", "creation,termination,checksum,expiration"))
			.andExpect(header().string("Tus-Checksum-Algorithm", containsString("sha1")))
			.andExpect(header().string("Tus-Max-Size", String.valueOf(1L << 30)));
	}

	@Test
	void takesAFileInPieces() throws Exception {
		String upload = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);
		this.mvc.perform(piece(upload, 0, Arrays.copyOf(this.plan, 10), PARK))
			.andExpect(status().isNoContent())
			.andExpect(header().string("Upload-Offset", "10"))
			.andExpect(header().exists("Upload-Expires"));
		this.mvc.perform(state(upload, PARK))
			.andExpect(status().isOk())
			.andExpect(header().string("Upload-Offset", "10"))
			.andExpect(header().string("Upload-Length", String.valueOf(this.plan.length)))
			.andExpect(header().string("Cache-Control", containsString("no-store")));
		this.mvc.perform(list(PARK))
			.andExpect(content().string(allOf(containsString("继续上传（已传 " + 1000 / this.plan.length + "%）"),
					containsString("data-unfinished=\"" + upload + "\""))));
		assertThat(this.documents.versions(this.caseId, PARK)).isEmpty();

		this.mvc.perform(piece(upload, 10, Arrays.copyOfRange(this.plan, 10, this.plan.length), PARK))
			.andExpect(status().isNoContent());

		assertThat(this.documents.versions(this.caseId, PARK)).singleElement()
			.satisfies(document -> assertThat(document.fileName()).isEqualTo("规划.pdf"))
			.extracting(DocumentVersion::sha256)
			.isEqualTo(sha256(this.plan));
		this.mvc.perform(state(upload, PARK))
			.andExpect(header().string("Upload-Offset", String.valueOf(this.plan.length)));
		this.mvc.perform(list(PARK)).andExpect(content().string(not(containsString("data-unfinished"))));
	}

	@Test
	void refusesAPieceThatBelongsElsewhere() throws Exception {
		String upload = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);
		this.mvc.perform(piece(upload, 5, this.plan, PARK)).andExpect(status().isConflict());
		this.mvc.perform(piece(upload, 0, Arrays.copyOf(this.plan, 10), PARK)).andExpect(status().isNoContent());
		this.mvc.perform(piece(upload, 0, Arrays.copyOf(this.plan, 10), PARK)).andExpect(status().isConflict());
		this.mvc.perform(piece(upload, 10, new byte[this.plan.length], PARK)).andExpect(status().isContentTooLarge());
		this.mvc.perform(piece(upload, 10, new byte[3], PARK).contentType("application/octet-stream"))
			.andExpect(status().isUnsupportedMediaType());
		this.mvc.perform(state(upload, PARK)).andExpect(header().string("Upload-Offset", "10"));
	}

	@Test
	void takesAPieceOnlyIfItsChecksumIsRight() throws Exception {
		String upload = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);
		byte[] piece = Arrays.copyOf(this.plan, 10);
		String right = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(piece));

		this.mvc.perform(piece(upload, 0, new byte[10], PARK).header("Upload-Checksum", "sha1 " + right))
			.andExpect(status().is(460));
		this.mvc.perform(piece(upload, 0, piece, PARK).header("Upload-Checksum", "md5 " + right))
			.andExpect(status().isBadRequest());
		this.mvc.perform(state(upload, PARK)).andExpect(header().string("Upload-Offset", "0"));
		this.mvc.perform(piece(upload, 0, piece, PARK).header("Upload-Checksum", "sha1 " + right))
			.andExpect(status().isNoContent())
			.andExpect(header().string("Upload-Offset", "10"));
	}

	@Test
	void comparesTheWholeWithTheAnnouncedDigest() throws Exception {
		Map<String, String> metadata = Map.of("filename", "规划.pdf", "kind", "constructionPlan", "subject", this.caseId,
				"task", String.valueOf(this.task), "sha256", sha256(new byte[1]));
		String upload = location(this.mvc.perform(begin(metadata, this.plan.length, PARK)));

		this.mvc.perform(piece(upload, 0, this.plan, PARK))
			.andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.detail").value(containsString("与原文件不一致")));
		this.mvc.perform(state(upload, PARK)).andExpect(status().isNotFound());
		assertThat(this.documents.versions(this.caseId, PARK)).isEmpty();
	}

	@Test
	void letsOnlyWhoeverBeganGoOn() throws Exception {
		String upload = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);

		for (Actor other : List.of(COLLEAGUE, OTHER_PARK)) {
			this.mvc.perform(piece(upload, 0, this.plan, other)).andExpect(status().isNotFound());
			this.mvc.perform(state(upload, other)).andExpect(status().isNotFound());
			this.mvc.perform(asked(delete(upload), other)).andExpect(status().isNotFound());
		}
		this.mvc.perform(begin(metadata("constructionPlan", "规划.pdf"), 10, OTHER_PARK))
			.andExpect(status().isForbidden());
		this.mvc.perform(list(OTHER_PARK)).andExpect(status().isForbidden());
		this.mvc.perform(list(COLLEAGUE))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("data-unfinished"))));
	}

	@Test
	void stopsWhenTheTaskIsDone() throws Exception {
		String upload = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);
		this.mvc.perform(piece(upload, 0, Arrays.copyOf(this.plan, 10), PARK)).andExpect(status().isNoContent());

		this.items.done(this.task, "SUBMIT", 1, Instant.now());

		this.mvc.perform(piece(upload, 10, new byte[1], PARK)).andExpect(status().isConflict());
	}

	@Test
	void refusesWhatIsNotTakenBeforeAnythingIsSent() throws Exception {
		this.mvc.perform(begin(metadata("constructionPlan", "规划.pdf"), (1L << 30) + 1, PARK))
			.andExpect(status().isContentTooLarge())
			.andExpect(jsonPath("$.detail").value(containsString("1 GB")));
		this.mvc.perform(begin(metadata("constructionPlan", "规划.exe"), 10, PARK))
			.andExpect(status().isUnprocessableContent())
			.andExpect(jsonPath("$.detail").value(containsString("只接收以下类型")));
		this.mvc.perform(begin(metadata("constructionPlan", "规划.pdf"), 0, PARK))
			.andExpect(status().isUnprocessableContent());
		this.mvc.perform(begin(metadata("signedScan", "规划.pdf"), 10, PARK))
			.andExpect(status().isUnprocessableContent());
		this.mvc.perform(begin(Map.of("filename", "规划.pdf"), 10, PARK)).andExpect(status().isBadRequest());
		this.mvc
			.perform(post(UploadController.PATH).with(authentication(new ActorAuthentication(PARK)))
				.with(csrf())
				.header("Upload-Length", "10")
				.header("Tus-Resumable", "0.2.2"))
			.andExpect(status().isPreconditionFailed())
			.andExpect(header().string("Tus-Version", "1.0.0"));
		this.mvc
			.perform(post(UploadController.PATH).with(authentication(new ActorAuthentication(PARK)))
				.header("HX-Request", "true")
				.header("Tus-Resumable", "1.0.0"))
			.andExpect(status().isUnauthorized())
			.andExpect(header().string("HX-Redirect", "/sign-in?expired"));
	}

	@Test
	void limitsHowManyMayBeUnfinished() throws Exception {
		for (int number = 0; number < 20; number++) {
			begin("supplement", "附件" + number + ".pdf", 10, PARK);
		}
		this.mvc.perform(begin(metadata("supplement", "附件.pdf"), 10, PARK))
			.andExpect(status().isConflict())
			.andExpect(jsonPath("$.detail").value(containsString("20 个没有传完")));
	}

	@Test
	void forgetsWhatIsDiscardedOrExpired() throws Exception {
		String discarded = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);
		this.mvc.perform(piece(discarded, 0, Arrays.copyOf(this.plan, 10), PARK)).andExpect(status().isNoContent());
		this.mvc.perform(asked(delete(discarded), PARK)).andExpect(status().isNoContent());
		this.mvc.perform(state(discarded, PARK)).andExpect(status().isNotFound());
		assertThat(parts(discarded)).isZero();

		String old = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);
		this.mvc.perform(piece(old, 0, Arrays.copyOf(this.plan, 10), PARK)).andExpect(status().isNoContent());
		this.jdbc.sql("UPDATE content_arrival SET touched_at = now() - interval '8 days'").update();
		this.mvc.perform(state(old, PARK)).andExpect(status().isGone());
		this.mvc.perform(piece(old, 10, new byte[1], PARK)).andExpect(status().isGone());
		this.mvc.perform(list(PARK)).andExpect(content().string(not(containsString("data-unfinished"))));
	}

	@Test
	void showsWhyAFileWasRefusedAtItsLine() throws Exception {
		byte[] broken = SampleFiles.brokenPdf();
		String upload = begin("constructionPlan", "规划.pdf", broken.length, PARK);

		this.mvc.perform(piece(upload, 0, broken, PARK)).andExpect(status().isNoContent());

		this.mvc.perform(list(PARK))
			.andExpect(content()
				.string(allOf(containsString("《规划.pdf》未通过检查"), containsString("已损坏"), containsString("/drop"))));
		assertThat(this.documents.versions(this.caseId, PARK)).isEmpty();
		long id = this.documents.unsettled(this.task, PARK).get(0).id();
		this.mvc.perform(get("/documents/{id}", id).with(authentication(new ActorAuthentication(PARK))))
			.andExpect(status().isGone());
		this.mvc
			.perform(post("/documents/{id}/drop", id).with(authentication(new ActorAuthentication(PARK)))
				.with(csrf())
				.param("task", String.valueOf(this.task)))
			.andExpect(status().isSeeOther());
		this.mvc.perform(list(PARK)).andExpect(content().string(not(containsString("未通过检查"))));
	}

	@Test
	void refusesToSubmitATaskWhileADocumentOfItIsBeingChecked() throws Exception {
		String upload = begin("constructionPlan", "规划.pdf", this.plan.length, PARK);
		this.mvc.perform(piece(upload, 0, this.plan, PARK)).andExpect(status().isNoContent());
		this.jdbc.sql("UPDATE work_item SET engine_task_id = :task WHERE id = :id")
			.param("task", "engine-task-" + this.task)
			.param("id", this.task)
			.update();
		this.jdbc.sql("UPDATE document_version SET state = 'CHECKING' WHERE work_item_id = :id")
			.param("id", this.task)
			.update();

		this.mvc
			.perform(post("/tasks/{id}", this.task).with(authentication(new ActorAuthentication(PARK)))
				.with(csrf())
				.header("Accept-Language", "zh-CN")
				.param("outcome", "SUBMIT")
				.param("submission", "s-" + this.task))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("“建设规划”还在检查")));
		this.mvc.perform(list(PARK))
			.andExpect(content()
				.string(allOf(containsString("正在检查《规划.pdf》"), containsString("every 2s"), containsString("另有文件正在检查"))));
		this.mvc.perform(list(COLLEAGUE)).andExpect(content().string(containsString("正在检查《规划.pdf》")));
		long id = this.documents.unsettled(this.task, PARK).get(0).id();
		this.mvc.perform(get("/documents/{id}", id).with(authentication(new ActorAuthentication(PARK))))
			.andExpect(status().isOk());
		this.mvc.perform(get("/documents/{id}", id).with(authentication(new ActorAuthentication(COLLEAGUE))))
			.andExpect(status().isConflict());
	}

	@Test
	void redrawsTheListOnlyWhenACheckHasEnded() throws Exception {
		this.mvc
			.perform(get("/documents/checking").with(authentication(new ActorAuthentication(PARK)))
				.param("task", String.valueOf(this.task))
				.param("checking", ""))
			.andExpect(status().isNoContent());
		this.mvc
			.perform(get("/documents/checking").with(authentication(new ActorAuthentication(PARK)))
				.param("task", String.valueOf(this.task))
				.param("checking", "77"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("id=\"documents\"")));
	}

	private long parts(String upload) {
		return this.jdbc.sql("SELECT count(*) FROM upload WHERE id = CAST(:id AS uuid)")
			.param("id", upload.substring(upload.lastIndexOf('/') + 1))
			.query(Long.class)
			.single();
	}

	private String begin(String kind, String name, long length, Actor actor) throws Exception {
		return location(this.mvc.perform(begin(metadata(kind, name), length, actor)));
	}

	private static String location(ResultActions begun) throws Exception {
		return begun.andExpect(status().isCreated())
			.andExpect(header().string("Location", startsWith(UploadController.PATH + "/")))
			.andReturn()
			.getResponse()
			.getHeader("Location");
	}

	private Map<String, String> metadata(String kind, String name) {
		return Map.of("filename", name, "kind", kind, "subject", this.caseId, "task", String.valueOf(this.task),
				"fingerprint", name + "|1|2");
	}

	private static MockHttpServletRequestBuilder begin(Map<String, String> metadata, long length, Actor actor) {
		return asked(post(UploadController.PATH), actor).header("Upload-Length", length)
			.header("Upload-Metadata",
					metadata.entrySet()
						.stream()
						.map(pair -> pair.getKey() + " "
								+ Base64.getEncoder().encodeToString(pair.getValue().getBytes(StandardCharsets.UTF_8)))
						.collect(Collectors.joining(",")));
	}

	private static MockHttpServletRequestBuilder piece(String upload, long offset, byte[] bytes, Actor actor) {
		return asked(patch(upload), actor).header("Upload-Offset", offset).contentType(Tus.PIECE).content(bytes);
	}

	private static MockHttpServletRequestBuilder state(String upload, Actor actor) {
		return asked(head(upload), actor);
	}

	private static MockHttpServletRequestBuilder asked(MockHttpServletRequestBuilder request, Actor actor) {
		return request.with(authentication(new ActorAuthentication(actor)))
			.with(csrf().asHeader())
			.header("Accept", "application/problem+json")
			.header("Accept-Language", "zh-CN")
			.header("Tus-Resumable", "1.0.0");
	}

	private MockHttpServletRequestBuilder list(Actor actor) {
		return get("/documents").with(authentication(new ActorAuthentication(actor)))
			.header("Accept-Language", "zh-CN")
			.param("task", String.valueOf(this.task));
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static Actor actor(long id, String unit, UnitKind kind) {
		return new Actor(id, "某人", unit, kind, "320000", Set.of(MemberRole.STAFF));
	}

}
