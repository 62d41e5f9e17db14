package cn.ecopark.organisation.web;

import java.util.List;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.ModuleTest;
import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.web.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What was refused, and who came and went, is in the audit. */
@ModuleTest
class RecordedRequestsTest {

	private static final String PASSWORD = "demo-only-2018";

	@Autowired
	MockMvc mvc;

	@Autowired
	InventedPeople invented;

	@Autowired
	Audit audit;

	@BeforeEach
	void thereAreOfficials() {
		Browser.peopleAre(this.invented, PASSWORD);
	}

	@Test
	void recordsAClosedPageOnceWithWhoAskedForIt() throws Exception {
		Cookie session = browser().signIn("security", PASSWORD);
		for (int i = 0; i < 3; i++) {
			this.mvc.perform(get("/desk").cookie(session));
		}

		assertThat(entries(Subject.REFUSALS)).filteredOn((entry) -> entry.details().contains("/desk"))
			.singleElement()
			.satisfies((entry) -> {
				assertThat(entry.action()).isEqualTo("request.refused");
				assertThat(entry.details()).contains("\"status\":\"403\"", "\"method\":\"GET\"");
				assertThat(entry.who().name()).isEqualTo("王五");
			});
	}

	@Test
	void recordsACommandThatIsRefusedInWords() throws Exception {
		Page list = browser().open("/admin/people", browser().signIn("security", PASSWORD));

		this.mvc.perform(list.post("/admin/people/999999/close"));
		this.mvc
			.perform(list.post("/admin/people").param("username", "security").param("name", "某").param("unit", "MEE"));

		assertThat(entries(Subject.REFUSALS)).extracting(AuditEntry::details)
			.anyMatch((details) -> details.contains("/admin/people") && details.contains("\"method\":\"POST\""));
	}

	@Test
	void tellsWhatWasTypedAsANameOnlyIfItIsOne() throws Exception {
		Page form = browser().open("/sign-in", null);
		this.mvc.perform(form.post("/sign-in").param("username", "My-Own-Password-1").param("password", "x"));
		this.mvc.perform(form.post("/sign-in").param("username", "Office.Two").param("password", "x"));

		assertThat(entries(Subject.ADMINISTRATION)).filteredOn((entry) -> entry.action().equals("sign-in.refused"))
			.extracting(AuditEntry::details)
			.noneMatch((details) -> details.toLowerCase().contains("my-own-password"))
			.anyMatch((details) -> details.contains("nobody"))
			.anyMatch((details) -> details.contains("\"name\":\"office.two\""));
	}

	@Test
	void recordsAttemptsThatHaveToWaitAndSigningOut() throws Exception {
		Page form = browser().open("/sign-in", null);
		for (int attempt = 0; attempt < 8; attempt++) {
			this.mvc.perform(form.post("/sign-in").param("username", "office.one").param("password", "wrong"));
		}
		Page list = browser().open("/admin/people", browser().signIn("security", PASSWORD));
		this.mvc.perform(list.post("/sign-out"));

		assertThat(entries(Subject.ADMINISTRATION)).extracting(AuditEntry::action).contains("sign-out");
		assertThat(entries(Subject.ADMINISTRATION)).filteredOn((entry) -> entry.action().equals("sign-in.throttled"))
			.filteredOn((entry) -> entry.details().contains("office.one"))
			.hasSize(1);
	}

	private List<AuditEntry> entries(Subject subject) {
		return this.audit.entries(subject, Long.MAX_VALUE, 1000);
	}

	private Browser browser() {
		return new Browser(this.mvc);
	}

}
