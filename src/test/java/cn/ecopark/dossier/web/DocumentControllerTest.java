package cn.ecopark.dossier.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

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
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@TestPropertySource(properties = "ecopark.documents.wait-for-verdict=60s")
class DocumentControllerTest {

	private static final AtomicInteger CASES = new AtomicInteger();

	private static final byte[] PLAN = SampleFiles.pdf("建设规划");

	private static final Actor PARK = actor(1, "PARK-1", ShippedKinds.PARK);

	private static final Actor PROVINCE = actor(2, "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY);

	private static final Actor OTHER_PARK = actor(3, "PARK-2", ShippedKinds.PARK);

	@Autowired
	private MockMvc mvc;

	@Autowired
	private WorkItems items;

	@Autowired
	private Documents documents;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private String caseId = "";

	private long task;

	@BeforeEach
	void openACase() {
		int number = CASES.incrementAndGet();
		TestRegister register = new TestRegister(this.jdbc).park(9000 + number, "PARK-OF-" + number, "320000")
			.unit("PARK-1", "PARK")
			.unit("PARK-2", "PARK");
		List.of(1, 2, 3, 4).forEach(register::person);
		this.caseId = "case-of-documents-" + number;
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
	void returnsToTheTaskAfterAPlainPost() throws Exception {
		this.mvc.perform(upload("规划.pdf", PLAN, "constructionPlan", PARK))
			.andExpect(status().isSeeOther())
			.andExpect(header().string("Location", "/tasks/" + this.task));

		assertThat(this.documents.versions(this.caseId, PARK)).extracting(DocumentVersion::fileName)
			.containsExactly("规划.pdf");
	}

	@Test
	void answersHtmxWithTheNewList() throws Exception {
		this.mvc.perform(upload("规划.pdf", PLAN, "constructionPlan", PARK).header("HX-Request", "true"))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(containsString("<div class=\"documents\" id=\"documents\""),
					containsString("id=\"documents-verdict\" hx-swap-oob=\"true\""), containsString("建设规划"),
					containsString("/documents/" + only().id()), containsString("class=\"upload\""))));
	}

	@Test
	void saysInChineseWhyAFileIsRefused() throws Exception {
		this.mvc
			.perform(upload("规划.pdf", "MZ program".getBytes(StandardCharsets.US_ASCII), "constructionPlan", PARK)
				.header("HX-Request", "true"))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("这不是可以接收的文件")));
	}

	@Test
	void refusesADocumentForATaskOfAnotherUnit() throws Exception {
		this.mvc.perform(upload("规划.pdf", PLAN, "constructionPlan", OTHER_PARK)).andExpect(status().isForbidden());
		this.items.done(this.task, "SUBMIT", 1, Instant.now());
		this.mvc.perform(upload("规划.pdf", PLAN, "constructionPlan", PARK)).andExpect(status().isConflict());
	}

	@Test
	void showsAPdfInTheBrowser() throws Exception {
		this.mvc.perform(upload("建设规划 终稿.pdf", PLAN, "constructionPlan", PARK));

		this.mvc.perform(get("/documents/{id}", only().id()).with(signedIn(PARK)))
			.andExpect(status().isOk())
			.andExpect(content().contentType(MediaType.APPLICATION_PDF))
			.andExpect(content().bytes(PLAN))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("X-Frame-Options", "SAMEORIGIN"))
			.andExpect(header().string("Content-Security-Policy", startsWith("default-src 'none'")))
			.andExpect(header().string("Content-Disposition",
					allOf(startsWith("inline"), containsString("filename*=UTF-8''%E5%BB%BA"))));
		this.mvc.perform(get("/documents/{id}?download", only().id()).with(signedIn(PARK)))
			.andExpect(header().string("Content-Disposition", startsWith("attachment")));
	}

	@Test
	void offersAnOfficeFileToBeSaved() throws Exception {
		byte[] text = SampleFiles.docx("补充说明");
		this.mvc.perform(upload("补充说明.docx", text, "supplement", PARK));

		this.mvc.perform(reading(PARK))
			.andExpect(status().isOk())
			.andExpect(content().bytes(text))
			.andExpect(header().string("Content-Disposition", startsWith("attachment")))
			.andExpect(header().string("Content-Security-Policy", containsString("sandbox")));
	}

	@Test
	void sendsPartsOfAFile() throws Exception {
		this.mvc.perform(upload("规划.pdf", PLAN, "constructionPlan", PARK));

		this.mvc.perform(reading(PARK).header("Range", "bytes=9-18"))
			.andExpect(status().isPartialContent())
			.andExpect(header().string("Content-Range", "bytes 9-18/" + PLAN.length))
			.andExpect(header().string("ETag", '"' + only().sha256() + '"'))
			.andExpect(header().string("Cache-Control", "no-store, private"))
			.andExpect(content().bytes(Arrays.copyOfRange(PLAN, 9, 19)));
		this.mvc.perform(reading(PARK))
			.andExpect(header().string("Accept-Ranges", "bytes"))
			.andExpect(header().longValue("Content-Length", PLAN.length));
		this.mvc.perform(reading(PARK).header("If-None-Match", '"' + only().sha256() + '"'))
			.andExpect(status().isNotModified());
		this.mvc.perform(reading(PARK).header("Range", "bytes=9000-"))
			.andExpect(status().isRequestedRangeNotSatisfiable());
	}

	@Test
	void hidesDraftsAndForeignDocuments() throws Exception {
		this.mvc.perform(upload("规划.pdf", PLAN, "constructionPlan", PARK));

		this.mvc.perform(reading(PROVINCE)).andExpect(status().isNotFound());
		this.documents.submit(this.task, PARK);
		this.mvc.perform(reading(PROVINCE)).andExpect(status().isOk());
		this.mvc.perform(reading(OTHER_PARK)).andExpect(status().isForbidden());
		this.mvc.perform(get("/documents/99999999").with(signedIn(PARK))).andExpect(status().isNotFound());
	}

	@Test
	void saysThatAFileIsTooLarge() throws IOException, InterruptedException {
		long size = 102L << 20;
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/documents"))
			.header("Content-Type", "multipart/form-data; boundary=x")
			.header("Accept-Language", "zh-CN")
			.POST(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> zeros(size)), size))
			.build();

		HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("超过了这里允许的大小");
	}

	private static InputStream zeros(long size) {
		return new InputStream() {

			private long left = size;

			@Override
			public int read() {
				return this.left-- > 0 ? 0 : -1;
			}

		};
	}

	private DocumentVersion only() {
		return this.documents.versions(this.caseId, PARK).get(0);
	}

	private MockHttpServletRequestBuilder reading(Actor actor) {
		return get("/documents/{id}", only().id()).with(signedIn(actor));
	}

	private MockMultipartHttpServletRequestBuilder upload(String name, byte[] bytes, String kind, Actor actor) {
		MockMultipartHttpServletRequestBuilder request = multipart("/documents")
			.file(new MockMultipartFile("file", name, "application/octet-stream", bytes));
		request.param("kind", kind)
			.param("subject", this.caseId)
			.param("task", String.valueOf(this.task))
			.param("submission", "s-" + kind + "-0")
			.with(signedIn(actor))
			.with(csrf());
		return request;
	}

	private static RequestPostProcessor signedIn(Actor actor) {
		return authentication(new ActorAuthentication(actor));
	}

	private static Actor actor(long id, String unit, UnitKind kind) {
		return new Actor(id, "某人", unit, kind, "320000", Set.of(MemberRole.STAFF));
	}

}
