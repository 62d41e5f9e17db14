package cn.ecopark.casefile.web;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.Park;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.WorkItem;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What may be begun when a park is rechecked or loses its title. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(CaseTroupe.class)
class RevocationCommandsTest {

	@Autowired
	private CaseTroupe troupe;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Cases cases;

	@Autowired
	private Parks parks;

	@Autowired
	private WorkItems items;

	@Autowired
	private CaseTime time;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void letsTheOfficeBeginARevocationAndTheParkSeeIt() throws Exception {
		Park park = this.troupe.aNamedPark("2999-01-01");

		open(park, "revocation", this.troupe.office()).andExpect(header().string("Location", startsWith("/tasks/")));

		EcoCase opened = only(park);
		assertThat(opened.kind()).isEqualTo("revocation");
		assertThat(opened.status()).isEqualTo(CaseStatus.OPEN);
		assertThat(opened.number()).isNull();
		assertThat(tasks(opened)).containsExactly("Task_FileCase");
		assertThat(this.jdbc
			.sql("SELECT details::json ->> 'because' FROM audit_entry WHERE subject = :case AND action = 'case.opened'")
			.param("case", "case:" + opened.id())
			.query(String.class)
			.single()).isEqualTo("整改后复评仍不合格");
		this.mvc.perform(get("/cases/" + opened.id()).with(as(this.troupe.parkStaff(park))))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("整改后复评仍不合格")))
			.andExpect(content().string(not(containsString("/withdraw"))));
		withdraw(opened, this.troupe.parkStaff(park)).andExpect(status().isConflict())
			.andExpect(content().string(containsString("园区不能撤回")));
	}

	@Test
	void asksWhyBeforeItBeginsARevocation() throws Exception {
		Park park = this.troupe.aNamedPark("2999-01-01");

		this.mvc.perform(get("/parks/" + park.id()).with(as(this.troupe.office())))
			.andExpect(content().string(containsString("<textarea name=\"reason\"")));
		send(post("/parks/" + park.id() + "/cases").param("kind", "revocation").param("reason", "  "),
				this.troupe.office())
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("请写明理由")));

		assertThat(this.cases.ofPark(park.id())).isEmpty();
	}

	@Test
	void letsNobodyElseBeginARevocation() throws Exception {
		Park park = this.troupe.aNamedPark("2999-01-01");

		open(park, "revocation", this.troupe.parkStaff(park)).andExpect(status().isForbidden());
		open(park, "revocation", this.troupe.ministry()).andExpect(status().isForbidden());
		open(park, "revocation", this.troupe.province("320000")).andExpect(status().isForbidden());

		assertThat(this.cases.ofPark(park.id())).isEmpty();
	}

	@Test
	void revokesNothingOfAParkThatHasNothing() throws Exception {
		open(this.troupe.aPark("320000"), "revocation", this.troupe.office()).andExpect(status().isConflict())
			.andExpect(content().string(containsString("现有状态不能发起“取消命名（除名）”")));
	}

	@Test
	void saysWhichProcedureMustEndBeforeARevocation() throws Exception {
		Park park = this.troupe.aNamedPark("2018-01-02");
		open(park, "recheck", this.troupe.office());
		EcoCase recheck = only(park);

		open(park, "revocation", this.troupe.office()).andExpect(status().isConflict())
			.andExpect(content().string(containsString("正在办理复查" + recheck.number())));

		assertThat(this.cases.ofPark(park.id())).hasSize(1);
	}

	@Test
	void endsADraftThatNobodyElseMayKnowOf() throws Exception {
		Park park = beingBuilt();
		open(park, "award", this.troupe.parkStaff(park));
		EcoCase draft = only(park);

		open(park, "revocation", this.troupe.office()).andExpect(status().is3xxRedirection());

		assertThat(this.cases.get(draft.id()).result()).isEqualTo("CLOSED");
		assertThat(this.items.openOf(draft.id())).isEmpty();
		this.mvc.perform(get("/cases/" + draft.id()).with(as(this.troupe.parkStaff(park))))
			.andExpect(content().string(containsString("尚未提交的申请随之终止")));
	}

	@Test
	void beginsNothingElseMeanwhile() throws Exception {
		Park park = beingBuilt();
		open(park, "revocation", this.troupe.office());

		open(park, "award", this.troupe.parkStaff(park)).andExpect(status().isConflict())
			.andExpect(content().string(containsString("已有一件正在办理的案卷")));
	}

	@Test
	void refusesASecondRecheckBeforeItIsDue() throws Exception {
		LocalDate today = this.time.today();
		LocalDate notYet = dueTooLateFor(today);
		Park tooEarly = this.troupe.aNamedPark(notYet.toString());
		Park early = this.troupe.aNamedPark(today.plusMonths(6).toString());

		open(tooEarly, "recheck", this.troupe.office()).andExpect(status().isConflict())
			.andExpect(content().string(containsString("最早可以在 " + notYet.minusMonths(6) + " 启动")));
		this.mvc.perform(get("/parks/" + tooEarly.id()).with(as(this.troupe.office())))
			.andExpect(content().string(containsString("最早可以在 " + notYet.minusMonths(6) + " 启动")));
		open(early, "recheck", this.troupe.office()).andExpect(status().is3xxRedirection());

		assertThat(this.cases.ofPark(tooEarly.id())).isEmpty();
		assertThat(this.cases.ofPark(early.id())).hasSize(1);
	}

	@Test
	void takesAParkIntoTheRoundAsSoonAsItMayBegin() throws Exception {
		LocalDate today = this.time.today();
		Park tooEarly = this.troupe.aNamedPark(dueTooLateFor(today).toString());
		Park early = this.troupe.aNamedPark(today.plusMonths(6).toString());

		this.mvc.perform(get("/rechecks").with(as(this.troupe.office())))
			.andExpect(content().string(containsString(early.name())));
		send(post("/rechecks").param("park", "" + tooEarly.id(), "" + early.id()), this.troupe.office())
			.andExpect(flash().attribute("notice", containsString(tooEarly.name() + "未启动")));

		assertThat(this.cases.ofPark(tooEarly.id())).isEmpty();
		assertThat(this.cases.ofPark(early.id())).hasSize(1);
	}

	@Test
	void refusesANewApplicationUntilTheLockHasEnded() throws Exception {
		LocalDate today = this.time.today();
		Park locked = former(today.plusDays(1));
		Park free = former(today);

		open(locked, "creation", this.troupe.parkStaff(locked)).andExpect(status().isConflict())
			.andExpect(content().string(containsString(today.plusDays(1) + " 起方可重新申请")));
		open(free, "creation", this.troupe.parkStaff(free)).andExpect(status().is3xxRedirection());

		assertThat(this.cases.ofPark(locked.id())).isEmpty();
		assertThat(only(free).kind()).isEqualTo("creation");
	}

	private Park beingBuilt() {
		Park park = this.troupe.aPark("320000");
		return this.parks.recordApproval(park.id(), ShippedPacks.FIRST, this.time.today(), "环发〔2018〕" + park.id() + "号",
				"HJ 274-2015");
	}

	/**
	 * @return the first due day whose round has not begun yet; at the end of a month it
	 * is not the day after six months
	 */
	private static LocalDate dueTooLateFor(LocalDate today) {
		LocalDate due = today.plusMonths(6);
		while (!due.minusMonths(6).isAfter(today)) {
			due = due.plusDays(1);
		}
		return due;
	}

	private Park former(LocalDate reapplyFrom) {
		Park park = beingBuilt();
		return this.parks.recordExit(park.id(), ShippedPacks.FIRST, this.time.today(), "环科财〔2018〕" + park.id() + "号",
				reapplyFrom);
	}

	private EcoCase only(Park park) {
		assertThat(this.cases.ofPark(park.id())).hasSize(1);
		return this.cases.ofPark(park.id()).get(0);
	}

	private List<String> tasks(EcoCase ecoCase) {
		return this.items.openOf(ecoCase.id()).stream().map(WorkItem::task).map(WorkItem.Task::taskKey).toList();
	}

	private ResultActions open(Park park, String kind, Actor actor) throws Exception {
		return send(post("/parks/" + park.id() + "/cases").param("kind", kind).param("reason", "整改后复评仍不合格"), actor);
	}

	private ResultActions withdraw(EcoCase ecoCase, Actor actor) throws Exception {
		return send(post("/cases/" + ecoCase.id() + "/withdraw").param("reason", "理由"), actor);
	}

	private ResultActions send(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(as(actor)).accept(MediaType.TEXT_HTML));
	}

}
