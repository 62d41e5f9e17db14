package cn.ecopark.wholefile;

import java.io.ByteArrayOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.background.WorkByHand;
import cn.ecopark.content.ContentStore;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.Audience;
import cn.ecopark.wholefile.ExportStage.Staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@Import(ExportStage.class)
@TestPropertySource(properties = WorkByHand.NONE_BY_ITSELF)
class WholeFilePdfTest {

	@Autowired
	private ExportStage stage;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private PdfExpiry expiry;

	@Autowired
	private PdfJobs jobs;

	@Autowired
	private ContentStore store;

	@Autowired
	private Audit audit;

	private Staged staged;

	private Actor office;

	@BeforeEach
	void aCaseWithADocument() throws Exception {
		this.staged = this.stage.aCase();
		this.office = this.stage.member(this.stage.office());
		this.stage.document(this.staged.id(), this.staged.task(), "constructionPlan", 1, "规划.pdf", "application/pdf",
				Audience.AUTHORITIES, pdf());
		this.stage.opinion(this.staged.id(), this.staged.id(), "Task_Review", "FORWARD", "内部商议", Audience.AUTHORITIES,
				java.util.Map.of());
	}

	@Test
	void makesItInTheBackgroundAndOffersItToItsReaderAlone() throws Exception {
		order(this.office);
		page(this.office, allOf(containsString("等待生成"), containsString("可以离开本页"), containsString("every 2s")));

		WorkByHand.doAll(this.context);

		PdfJob job = this.jobs.of(this.staged.id(), this.office).get(0);
		assertThat(job.state()).isEqualTo(PdfJob.State.READY);
		page(this.office, allOf(containsString("已生成"), containsString("下载 PDF"), not(containsString("等待生成"))));
		byte[] pdf = this.mvc.perform(get(url(job)).with(as(this.office)))
			.andExpect(status().isOk())
			.andExpect(content().contentType(MediaType.APPLICATION_PDF))
			.andExpect(header().string("Content-Disposition", containsString("attachment")))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		try (PDDocument made = Loader.loadPDF(pdf)) {
			assertThat(made.getNumberOfPages()).isEqualTo(job.result().pages());
			assertThat(new PDFTextStripper().getText(made)).contains("苏州某工业园区", "内部商议", "办公室经办");
		}
		this.mvc.perform(get(url(job)).with(as(this.stage.office())).accept(MediaType.TEXT_HTML))
			.andExpect(status().isNotFound());
		this.mvc.perform(get(url(job)).with(as(this.stage.province("330000"))).accept(MediaType.TEXT_HTML))
			.andExpect(status().isForbidden());
		assertThat(this.audit.entries(Subject.ofCase(this.staged.id()), Long.MAX_VALUE, 10))
			.extracting(AuditEntry::action)
			.containsExactly("whole-file.fetched", "whole-file.made", "whole-file.ordered");
	}

	@Test
	void makesItWithTheRightsOfItsReader() throws Exception {
		Actor park = this.stage.member(this.stage.park(this.staged));
		order(park);

		WorkByHand.doAll(this.context);

		PdfJob job = this.jobs.of(this.staged.id(), park).get(0);
		byte[] pdf = this.mvc.perform(get(url(job)).with(as(park))).andReturn().getResponse().getContentAsByteArray();
		try (PDDocument made = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(made)).contains("园区经办").doesNotContain("内部商议");
		}
	}

	@Test
	void refusesToOrderAForeignCase() throws Exception {
		this.mvc
			.perform(post("/cases/{id}/whole-file.pdf", this.staged.id()).with(as(this.stage.province("330000")))
				.with(csrf())
				.accept(MediaType.TEXT_HTML))
			.andExpect(status().isForbidden());
		assertThat(WorkByHand.waiting(this.stage.jdbc())).isZero();
	}

	@Test
	void failsForWhoeverNoLongerBelongsToTheUnit() throws Exception {
		order(this.office);
		this.stage.leaves(this.office);

		WorkByHand.doAll(this.context);

		assertThat(this.jobs.of(this.staged.id(), this.office).get(0).state()).isEqualTo(PdfJob.State.FAILED);
	}

	@Test
	void removesTheResultWhenItWasKeptLongEnough() throws Exception {
		order(this.office);
		WorkByHand.doAll(this.context);
		PdfJob job = this.jobs.of(this.staged.id(), this.office).get(0);
		this.stage.jdbc().sql("UPDATE whole_file_job SET ended_at = ended_at - interval '8 days'").update();

		this.expiry.clear();

		assertThat(this.store.find(job.result().sha256())).isEmpty();
		this.mvc.perform(get(url(job)).with(as(this.office)).accept(MediaType.TEXT_HTML))
			.andExpect(status().isNotFound());
		page(this.office, containsString("已过保存期"));
	}

	private void order(Actor reader) throws Exception {
		this.mvc.perform(post("/cases/{id}/whole-file.pdf", this.staged.id()).with(as(reader)).with(csrf()))
			.andExpect(redirectedUrl("/cases/" + this.staged.id() + "/whole-file"));
	}

	private void page(Actor reader, org.hamcrest.Matcher<String> expected) throws Exception {
		this.mvc.perform(get("/cases/{id}/whole-file", this.staged.id()).with(as(reader)))
			.andExpect(status().isOk())
			.andExpect(content().string(expected));
		this.mvc.perform(get("/cases/{id}/whole-file/pdfs", this.staged.id()).with(as(reader)))
			.andExpect(status().isOk())
			.andExpect(content().string(allOf(expected, not(containsString("<html")))));
	}

	private String url(PdfJob job) {
		return "/cases/" + this.staged.id() + "/whole-file/" + job.id() + ".pdf";
	}

	private static byte[] pdf() throws Exception {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			document.addPage(new PDPage());
			document.save(out);
			return out.toByteArray();
		}
	}

	private static RequestPostProcessor as(Actor actor) {
		return SecurityMockMvcRequestPostProcessors.authentication(new ActorAuthentication(actor));
	}

}
