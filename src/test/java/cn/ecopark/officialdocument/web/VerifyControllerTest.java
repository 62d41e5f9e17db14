package cn.ecopark.officialdocument.web;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import cn.ecopark.ModuleTest;
import cn.ecopark.content.ContentStore;
import cn.ecopark.content.ContentStore.Content;
import cn.ecopark.officialdocument.DocumentNumber;
import cn.ecopark.officialdocument.DocumentStage;
import cn.ecopark.officialdocument.OfficialDocument;
import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.officialdocument.OfficialDocuments;
import cn.ecopark.officialdocument.RegisterEntry;
import cn.ecopark.officialdocument.VerificationCode;
import cn.ecopark.organisation.Audience;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.signing.PlainPdfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ModuleTest
@Import(DocumentStage.class)
class VerifyControllerTest {

	@Autowired
	MockMvc web;

	@Autowired
	OfficialDocuments documents;

	@Autowired
	ContentStore store;

	@Test
	void showsADocumentToWhoeverHasItsCode() throws Exception {
		OfficialDocument document = issue("验收意见（演示）", null, Audience.PARK, bytes());

		Document page = page("/verify/" + document.code(), "203.0.113.1", 200);

		assertThat(page.select(".verdict h2").text()).isEqualTo("真实");
		assertThat(page.text()).contains("验收意见（演示）", "生态环境部、商务部", "2019年7月5日");
		assertThat(page.select("a[href$=/file]")).isEmpty();
		this.web.perform(get("/verify/" + document.code() + "/file")).andExpect(status().isNotFound());
		String typed = document.code().text().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
		assertThat(asked(typed, "203.0.113.1").select(".verdict h2").text()).isEqualTo("真实");
	}

	@Test
	void showsPublicDocumentsByNumberWithTheirFile() throws Exception {
		byte[] file = bytes();
		OfficialDocument open = issue("命名通知（演示）", DocumentNumber.of("环发", 2041, 1), Audience.PUBLIC, file);
		issue("内部通知（演示）", DocumentNumber.of("环发", 2041, 2), Audience.AUTHORITIES, bytes());

		Document page = asked("环发[2041]1号", "203.0.113.2");

		assertThat(page.text()).contains("真实", "命名通知（演示）");
		assertThat(page.select("a[href$=/file]").attr("href")).isEqualTo("/verify/" + open.code() + "/file");
		this.web.perform(get("/verify/" + open.code() + "/file"))
			.andExpect(status().isOk())
			.andExpect(content().bytes(file))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"));
		Document other = asked("环发〔2041〕2号", "203.0.113.2");
		assertThat(other.select(".verdict h2").text()).isEqualTo("查无此件");
		assertThat(other.text()).doesNotContain("内部通知");
	}

	@Test
	void judgesAFileThatIsSent() throws Exception {
		byte[] file = bytes();
		OfficialDocument document = issue("验收意见（演示）", null, Audience.PARK, file);
		byte[] changed = (new String(file, java.nio.charset.StandardCharsets.ISO_8859_1) + document.code())
			.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

		assertThat(sent(file, 200).select(".verdict h2").text()).isEqualTo("真实");
		assertThat(sent(changed, 200).select(".verdict h2").text()).isEqualTo("内容被改动");
		assertThat(sent(PlainPdfs.document(), 200).select(".verdict h2").text()).isEqualTo("查无此件");
		assertThat(sent(new byte[0], 422).select(".error").text()).contains("请选择");
	}

	@Test
	void saysWhatTookThePlaceOfADocumentAndThatADocumentIsVoid() throws Exception {
		OfficialDocument first = issue("命名通知（演示）", DocumentNumber.of("环发", 2042, 1), Audience.PUBLIC, bytes());
		Content content = this.store.store(new ByteArrayInputStream(bytes()));
		OfficialDocument second = this.documents.supersede(first.code(),
				toRegister("命名通知（更正，演示）", DocumentNumber.of("环发", 2042, 2), Audience.PUBLIC, content), "附件有误");

		Document page = page("/verify/" + first.code(), "203.0.113.3", 200);
		assertThat(page.select(".verdict h2").text()).isEqualTo("已被替代");
		assertThat(page.select(".verdict a[href='/verify/" + second.code() + "']").text()).isEqualTo("命名通知（更正，演示）");
		assertThat(page.text()).contains("附件有误", "环发〔2042〕2号");

		this.documents.annul(second.code(), "发文程序有误");
		assertThat(asked("环发〔2042〕2号", "203.0.113.3").select(".verdict").text()).contains("已作废", "发文程序有误");
	}

	@Test
	void stopsGuessing() throws Exception {
		for (int guess = 0; guess < 30; guess++) {
			asked("环发〔1999〕" + (guess + 1) + "号", "203.0.113.9");
		}
		page("/verify?q=" + VerificationCode.next(), "203.0.113.9", 429);
		page("/verify/" + VerificationCode.next() + "/file", "203.0.113.9", 429);
		page("/verify?q=" + VerificationCode.next(), "203.0.113.10", 200);
	}

	@Test
	void answersAGenuineCodeWhateverOthersBehindTheAddressHaveMistyped() throws Exception {
		OfficialDocument open = issue("命名通知（演示）", DocumentNumber.of("环发", 2043, 1), Audience.PUBLIC, bytes());
		for (int guess = 0; guess < 31; guess++) {
			this.web.perform(get("/verify").param("q", "nonsense").with(from("203.0.113.12")));
		}
		page("/verify?q=nonsense", "203.0.113.12", 429);

		assertThat(page("/verify/" + open.code(), "203.0.113.12", 200).select(".verdict h2").text()).isEqualTo("真实");
		assertThat(asked("环发〔2043〕1号", "203.0.113.12").select(".verdict h2").text()).isEqualTo("真实");
		page("/verify/" + open.code() + "/file", "203.0.113.12", 200);
	}

	@Test
	void doesNotTakeWhoAsksForAFileThatIsNotPublicForAGuesser() throws Exception {
		OfficialDocument closed = issue("验收意见（演示）", null, Audience.PARK, bytes());
		for (int click = 0; click < 31; click++) {
			page("/verify/" + closed.code() + "/file", "203.0.113.13", 404);
		}

		page("/verify?q=nonsense", "203.0.113.13", 200);
	}

	@Test
	void speaksEnglishToo() throws Exception {
		assertThat(page("/verify?lang=en&q=nonsense", "203.0.113.11", 200).select(".verdict").text())
			.contains("Not found", "nonsense");
	}

	private OfficialDocument issue(String title, @org.jspecify.annotations.Nullable DocumentNumber number,
			Audience audience, byte[] file) throws Exception {
		return this.documents
			.register(toRegister(title, number, audience, this.store.store(new ByteArrayInputStream(file))));
	}

	private static RegisterEntry toRegister(String title, @org.jspecify.annotations.Nullable DocumentNumber number,
			Audience audience, Content content) {
		return new RegisterEntry(VerificationCode.next(), number, "namingNotice", title,
				List.of(new OfficialDocument.Body("MEE", "生态环境部"), new OfficialDocument.Body("MOFCOM", "商务部")),
				LocalDate.of(2019, 7, 5), "b-1",
				new IssuedFile(content.sha256(), content.size(), 0, ReleaseId.of("2015-167.1"), "test/1", null),
				audience);
	}

	/** A document that is like no other. */
	private static byte[] bytes() throws Exception {
		String own = UUID.randomUUID().toString();
		return PlainPdfs.document((document, page) -> page.addComment(own));
	}

	private Document asked(String query, String address) throws Exception {
		return Jsoup.parse(this.web.perform(get("/verify").param("q", query).with(from(address)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private Document page(String url, String address, int expected) throws Exception {
		return Jsoup.parse(this.web.perform(get(url).with(from(address)))
			.andExpect(status().is(expected))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private Document sent(byte[] file, int expected) throws Exception {
		return Jsoup.parse(
				this.web
					.perform(multipart("/verify").file(new MockMultipartFile("file", "文件.pdf", "application/pdf", file))
						.with(csrf()))
					.andExpect(status().is(expected))
					.andReturn()
					.getResponse()
					.getContentAsString());
	}

	private static RequestPostProcessor from(String address) {
		return request -> {
			request.setRemoteAddr(address);
			return request;
		};
	}

}
