package cn.ecopark.officialdocument.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import cn.ecopark.ModuleTest;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.Subject;
import cn.ecopark.officialdocument.DocumentStage;
import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialDocumentKinds;
import cn.ecopark.officialdocument.Templates;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.rulepack.ShippedPacks;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ModuleTest
@Import(DocumentStage.class)
class TemplateControllerTest {

	private static final Actor ADMINISTRATOR = actor("ADMINISTRATION", UnitKind.ADMINISTRATION,
			MemberRole.SYSTEM_ADMIN);

	private static final Actor OFFICE = actor("OFFICE", UnitKind.OFFICE, MemberRole.STAFF);

	private static final String PACK = "2015-167";

	@Autowired
	MockMvc mvc;

	@Autowired
	OfficialDocumentKinds kinds;

	@Autowired
	Templates templates;

	@Autowired
	Audit audit;

	@Autowired
	JdbcClient jdbc;

	@Test
	void listsAllPapersWithTheirSource() throws Exception {
		Document page = page(ADMINISTRATOR, get("/admin/papers"));

		assertThat(page.select("tbody tr")).hasSize(23);
		assertThat(page.text()).contains("命名证书", "待核对", "随系统提供", "三部门联合");
	}

	@Test
	void savesANewVersionAndKeepsTheOldOnes() throws Exception {
		OfficialDocumentKind kind = this.kinds.get(ShippedPacks.FIRST, "rectificationNotice");
		String shipped = this.templates.current(kind).source();
		String changed = shipped.replace("限期整改的通知", "限期整改的函");

		perform(ADMINISTRATOR, save(kind, 0, changed, "改用函")).andExpect(redirectedUrl(address(kind)));

		assertThat(this.templates.current(kind).ref().version()).isEqualTo(1);
		assertThat(this.templates.current(kind).source()).isEqualTo(changed);
		assertThat(this.audit.entries(Subject.ADMINISTRATION, Long.MAX_VALUE, 1)).singleElement()
			.satisfies((entry) -> assertThat(entry.details()).contains("rectificationNotice", "改用函"));
		Document old = page(ADMINISTRATOR, get(address(kind)).param("version", "0"));
		assertThat(old.select("#source").val().strip()).isEqualTo(shipped.strip());
		assertThat(old.select("#reason").val()).contains("随系统提供");
		perform(ADMINISTRATOR, save(kind, 1, shipped, "恢复")).andExpect(status().is3xxRedirection());
		assertThat(this.templates.history(kind)).hasSize(3);
	}

	@Test
	void refusesWhatNoPaperCanBeMadeOf() throws Exception {
		OfficialDocumentKind kind = this.kinds.get(ShippedPacks.FIRST, "publicNotice");

		perform(ADMINISTRATOR, save(kind, 0, "标题：公示\n\n{{不存在的内容}}{{园区名单}}", "试试"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("第 3 行：没有名为“不存在的内容”的内容。")))
			.andExpect(content().string(containsString("“园区名单”是表格")));
		perform(ADMINISTRATOR, save(kind, 0, this.templates.current(kind).source(), " "))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请写明修改模板的原因。")));

		assertThat(this.templates.history(kind)).hasSize(1);
	}

	@Test
	void refusesToOverwriteWhatSomebodyElseSaved() throws Exception {
		OfficialDocumentKind kind = this.kinds.get(ShippedPacks.FIRST, "namingNotice");
		String source = this.templates.current(kind).source();
		perform(ADMINISTRATOR, save(kind, 0, source, "一")).andExpect(status().is3xxRedirection());

		perform(ADMINISTRATOR, save(kind, 0, source, "二")).andExpect(status().isConflict());
	}

	@Test
	void neverChangesAVersion() throws Exception {
		OfficialDocumentKind kind = this.kinds.get(ShippedPacks.FIRST, "approvalSheet");
		perform(ADMINISTRATOR, save(kind, 0, this.templates.current(kind).source(), "一"))
			.andExpect(status().is3xxRedirection());

		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("UPDATE paper_template SET source = 'x'").update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("DELETE FROM paper_template").update());
	}

	@Test
	void previewsWhatIsTyped() throws Exception {
		OfficialDocumentKind kind = this.kinds.get(ShippedPacks.FIRST, "acceptanceNote");
		String source = this.templates.current(kind).source();

		byte[] pdf = perform(ADMINISTRATOR, post(address(kind) + "/preview").param("source", source))
			.andExpect(status().isOk())
			.andExpect(content().contentType("application/pdf"))
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
		assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
		perform(ADMINISTRATOR,
				post(address(kind) + "/preview").header("X-Preview", "1").param("source", "标题：{{#园区名称}}"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("第 1 行：“园区名称”的重复段没有成对的开始或结束。")));
	}

	@Test
	void onlyTheSystemAdministratorComesIn() throws Exception {
		OfficialDocumentKind kind = this.kinds.get(ShippedPacks.FIRST, "acceptanceNote");

		perform(OFFICE, get("/admin/papers")).andExpect(status().isForbidden());
		perform(OFFICE, save(kind, 0, "标题：x", "x")).andExpect(status().isForbidden());
		perform(ADMINISTRATOR, get("/admin/papers/2015-167/none")).andExpect(status().isNotFound());
		perform(ADMINISTRATOR, get("/admin/papers/none/acceptanceNote")).andExpect(status().isNotFound());
	}

	private static String address(OfficialDocumentKind kind) {
		return "/admin/papers/" + kind.release().pack() + "/" + kind.key();
	}

	private static MockHttpServletRequestBuilder save(OfficialDocumentKind kind, int base, String source,
			String reason) {
		return post(address(kind)).param("base", Integer.toString(base))
			.param("source", source)
			.param("reason", reason);
	}

	private Document page(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
		return Jsoup.parse(perform(actor, request).andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8));
	}

	private ResultActions perform(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(authentication(new ActorAuthentication(actor))).with(csrf()));
	}

	private static Actor actor(String unit, UnitKind kind, MemberRole role) {
		return new Actor(1, "某人", unit, kind, null, Set.of(role));
	}

}
