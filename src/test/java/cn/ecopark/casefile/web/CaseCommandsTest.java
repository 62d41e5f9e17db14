package cn.ecopark.casefile.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.Park;
import cn.ecopark.worklist.WorkItems;

import static cn.ecopark.casefile.web.CaseTroupe.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@Import(CaseTroupe.class)
@TestPropertySource(properties = "ecopark.demonstration=true")
class CaseCommandsTest {

	@Autowired
	private CaseTroupe troupe;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Cases cases;

	@Autowired
	private WorkItems items;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void leadsTheParkToTheFirstTaskOfItsCreation() throws Exception {
		Park park = this.troupe.aPark("320000");

		open(park, "creation", this.troupe.parkStaff(park)).andExpect(status().is3xxRedirection())
			.andExpect(header().string("Location", startsWith("/tasks/")));

		EcoCase opened = this.cases.ofPark(park.id()).get(0);
		assertThat(opened.status()).isEqualTo(CaseStatus.DRAFT);
		assertThat(this.items.openOf(opened.id())).hasSize(1);
	}

	@Test
	void refusesAProcedureThatTheLifeStatusDoesNotAllow() throws Exception {
		Park park = this.troupe.aPark("320000");

		open(park, "award", this.troupe.parkStaff(park)).andExpect(status().isConflict())
			.andExpect(content().string(containsString("现有状态不能发起“命名审批”")));

		assertThat(this.cases.ofPark(park.id())).isEmpty();
	}

	@Test
	void refusesASecondCreation() throws Exception {
		Park park = this.troupe.aPark("320000");
		this.troupe.aDraftOf(park);

		open(park, "creation", this.troupe.parkStaff(park)).andExpect(status().isConflict())
			.andExpect(content().string(containsString("已有一件正在办理的案卷")));

		assertThat(this.cases.ofPark(park.id())).hasSize(1);
	}

	@Test
	void beginsNothingThatTheRulesInForceDoNotHave() throws Exception {
		Park park = this.troupe.aPark("320000");

		for (String none : List.of("naming", "application", "CREATION", "lunch", "")) {
			open(park, none, this.troupe.parkStaff(park)).andExpect(status().isNotFound())
				.andExpect(content().string(containsString("现行规则没有这一程序")));
		}

		assertThat(this.cases.ofPark(park.id())).isEmpty();
	}

	@Test
	void refusesToBeginForAnotherPark() throws Exception {
		Park park = this.troupe.aPark("320000");

		open(park, "creation", this.troupe.parkStaff(this.troupe.aPark("320000"))).andExpect(status().isForbidden());
		open(park, "creation", this.troupe.office()).andExpect(status().isForbidden());
	}

	@Test
	void withdrawsWithAReason() throws Exception {
		Park park = this.troupe.aPark("320000");
		EcoCase open = this.troupe.aCaseOf(park);
		Actor staff = this.troupe.parkStaff(park);
		this.mvc.perform(get("/cases/" + open.id()).with(as(staff)))
			.andExpect(content().string(containsString("/cases/" + open.id() + "/withdraw")));

		end(open, "withdraw", "规划调整，明年再报", staff).andExpect(redirectedUrl("/cases/" + open.id()));

		EcoCase ended = this.cases.get(open.id());
		assertThat(ended.status()).isEqualTo(CaseStatus.CLOSED);
		assertThat(ended.result()).isEqualTo("WITHDRAWN");
		assertThat(this.items.openOf(open.id())).isEmpty();
		assertThat(audited(open, "case.withdrawn")).contains("规划调整，明年再报");
		this.mvc.perform(get("/cases/" + open.id()).with(as(this.troupe.office())))
			.andExpect(content().string(containsString("规划调整，明年再报")))
			.andExpect(content().string(not(containsString("/withdraw"))));
	}

	@Test
	void asksForAReason() throws Exception {
		Park park = this.troupe.aPark("320000");
		EcoCase open = this.troupe.aCaseOf(park);

		end(open, "withdraw", "  ", this.troupe.parkStaff(park)).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请写明理由")));
		end(open, "close", "", this.troupe.office()).andExpect(status().isUnprocessableContent());

		assertThat(this.cases.get(open.id()).isOpen()).isTrue();
	}

	@Test
	void doesNothingWhenTheSameWithdrawalArrivesAgain() throws Exception {
		Park park = this.troupe.aPark("320000");
		EcoCase open = this.troupe.aCaseOf(park);
		Actor staff = this.troupe.parkStaff(park);
		end(open, "withdraw", "不再申报", staff);

		end(open, "withdraw", "不再申报", staff).andExpect(status().is3xxRedirection());

		assertThat(audited(open, "case.withdrawn")).hasSize(1);
		end(open, "close", "已撤回", this.troupe.office()).andExpect(status().isConflict());
	}

	@Test
	void letsOnlyTheParkWithdrawAndOnlyTheOfficeClose() throws Exception {
		Park park = this.troupe.aPark("320000");
		EcoCase open = this.troupe.aCaseOf(park);

		end(open, "withdraw", "理由", this.troupe.office()).andExpect(status().isForbidden());
		end(open, "withdraw", "理由", this.troupe.province("320000")).andExpect(status().isForbidden());
		end(open, "close", "理由", this.troupe.parkStaff(park)).andExpect(status().isForbidden());
		end(open, "close", "理由", this.troupe.ministry()).andExpect(status().isForbidden());

		end(open, "close", "长期无法联系", this.troupe.office()).andExpect(redirectedUrl("/cases/" + open.id()));
		assertThat(this.cases.get(open.id()).result()).isEqualTo("CLOSED");
	}

	@Test
	void beginsARoundOfRechecksAndSaysWhoWasLeftOut() throws Exception {
		Park due = this.troupe.aNamedPark("2018-06-01");
		Park undated = this.troupe.aNamedPark(null);
		Park later = this.troupe.aNamedPark("2999-01-01");
		Actor office = this.troupe.office();
		this.mvc.perform(get("/rechecks").with(as(office)))
			.andExpect(content().string(containsString(due.name())))
			.andExpect(content().string(containsString(undated.name())))
			.andExpect(content().string(not(containsString(later.name()))));

		this.mvc
			.perform(post("/rechecks").param("park", "" + due.id(), "" + undated.id()).with(csrf()).with(as(office)))
			.andExpect(redirectedUrl("/cases?kind=recheck"));

		EcoCase recheck = this.cases.ofPark(due.id()).get(0);
		assertThat(recheck.status()).isEqualTo(CaseStatus.OPEN);
		assertThat(this.cases.ofPark(undated.id())).hasSize(1);
		end(recheck, "withdraw", "理由", this.troupe.parkStaff(due)).andExpect(status().isConflict());
		this.mvc.perform(post("/rechecks").param("park", "" + due.id()).with(csrf()).with(as(office)))
			.andExpect(redirectedUrl("/rechecks"));
		assertThat(this.cases.ofPark(due.id())).hasSize(1);
	}

	@Test
	void letsOnlyTheOfficeBeginARound() throws Exception {
		Park due = this.troupe.aNamedPark("2018-06-01");

		this.mvc.perform(get("/rechecks").with(as(this.troupe.ministry()))).andExpect(status().isForbidden());
		this.mvc
			.perform(post("/rechecks").param("park", "" + due.id()).with(csrf()).with(as(this.troupe.parkStaff(due))))
			.andExpect(status().isForbidden());
		this.mvc.perform(post("/rechecks").with(csrf()).with(as(this.troupe.office())))
			.andExpect(status().isUnprocessableContent());

		assertThat(this.cases.ofPark(due.id())).isEmpty();
	}

	private ResultActions open(Park park, String kind, Actor actor) throws Exception {
		return send(post("/parks/" + park.id() + "/cases").param("kind", kind), actor);
	}

	private ResultActions end(EcoCase ecoCase, String how, String reason, Actor actor) throws Exception {
		return send(post("/cases/" + ecoCase.id() + "/" + how).param("reason", reason), actor);
	}

	private ResultActions send(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(as(actor)).accept(MediaType.TEXT_HTML));
	}

	private List<String> audited(EcoCase ecoCase, String action) {
		return this.jdbc
			.sql("SELECT details::json ->> 'reason' FROM audit_entry WHERE subject = :subject AND action = :action")
			.param("subject", "case:" + ecoCase.id())
			.param("action", action)
			.query(String.class)
			.list();
	}

}
