package cn.ecopark.casefile.web;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultMatcher;

import cn.ecopark.casefile.CaseAccess;
import cn.ecopark.casefile.CaseList;
import cn.ecopark.casefile.CaseList.Filter;
import cn.ecopark.casefile.CaseOrder;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.park.Park;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.SearchWords;

import static cn.ecopark.casefile.web.CaseTroupe.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@Import(CaseTroupe.class)
class CaseRightsTest {

	private static final String FOREIGN = "这件案卷不在您的办理和查阅范围内";

	@Autowired
	private CaseTroupe troupe;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private CaseList list;

	@Autowired
	private CaseAccess access;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseParties parties;

	private Park park;

	private EcoCase handedIn;

	@BeforeEach
	void aCaseWasHandedIn() {
		this.park = this.troupe.aPark("320000");
		this.handedIn = this.troupe.aCaseOf(this.park);
	}

	@Test
	void showsTheCaseToTheParkAndTheAuthorities() throws Exception {
		sees(this.troupe.parkStaff(this.park));
		sees(this.troupe.province("320000"));
		sees(this.troupe.office());
		sees(this.troupe.ministry());
		sees(this.troupe.technicalUnit("CRAES"));
	}

	@Test
	void refusesOthersWithAMessage() throws Exception {
		doesNotSee(this.troupe.parkStaff(this.troupe.aPark("320000")));
		doesNotSee(this.troupe.province("530000"));
		doesNotSee(this.troupe.technicalUnit("NIES"));
		doesNotSee(this.troupe.expert());
	}

	@Test
	void showsTheCaseToAnExpertOfItsPanel() throws Exception {
		Actor expert = this.troupe.expert();

		this.parties.addPerson(this.handedIn.id(), "EXPERT", expert.personId(), Instant.now());

		sees(expert);
	}

	@Test
	void keepsTheDraftFromEverybodyButItsPark() throws Exception {
		Park writing = this.troupe.aPark("320000");
		EcoCase draft = this.troupe.aDraftOf(writing);

		page(draft, this.troupe.parkStaff(writing), status().isOk());
		for (Actor other : new Actor[] { this.troupe.office(), this.troupe.ministry(), this.troupe.province("320000"),
				this.troupe.technicalUnit("CRAES"), this.troupe.parkStaff(this.park) }) {
			this.mvc.perform(get("/cases/" + draft.id()).with(as(other)).accept(MediaType.TEXT_HTML))
				.andExpect(status().isNotFound())
				.andExpect(content().string(containsString("没有这件案卷")));
			assertThat(listed(other, writing)).as(other.unitId()).isZero();
		}
		assertThat(listed(this.troupe.parkStaff(writing), writing)).isOne();
	}

	@Test
	void drawsTheWayForThoseWhoMayReadTheCase() throws Exception {
		this.mvc.perform(get("/cases/" + this.handedIn.id() + "/diagram.json").with(as(this.troupe.office())))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.current[0]").value("Call_Application"))
			.andExpect(jsonPath("$.gone[0]").value("Start_ParkOpensDraft"))
			.andExpect(jsonPath("$.goneFlows[0]").value("Flow_ParkOpensDraft_Application"))
			.andExpect(jsonPath("$.drawings[0].process").value("creation"))
			.andExpect(jsonPath("$.drawings[1].process").value("application"))
			.andExpect(jsonPath("$.drawings[2]").doesNotExist())
			.andExpect(jsonPath("$.drawings[1].name").value("申报"))
			.andExpect(jsonPath("$.xml").value(containsString("<bpmn:definitions")));
		this.mvc
			.perform(get("/cases/" + this.handedIn.id() + "/diagram.json?process=application")
				.with(as(this.troupe.office())))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.current[0]").value("Task_SubmitApplication"));
		this.mvc
			.perform(get("/cases/" + this.handedIn.id() + "/diagram.json?process=plan-review")
				.with(as(this.troupe.office())))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/cases/" + this.handedIn.id() + "/diagram.json").with(as(this.troupe.province("530000"))))
			.andExpect(status().isForbidden());
	}

	@Test
	void findsByNameOfParkAndByProvince() {
		Actor office = this.troupe.office();

		assertThat(
				this.list.count(office, filter(this.park.name().substring(2), "creation", "OPEN", "320000")).number())
			.isOne();
		assertThat(this.list.count(office, filter(this.park.name(), "award", "", "")).isAny()).isFalse();
		assertThat(this.list.count(office, filter(this.park.name(), "", "CLOSED", "")).isAny()).isFalse();
		assertThat(this.list.count(office, filter(this.park.name(), "", "", "530000")).isAny()).isFalse();
	}

	@Test
	void turnsThePagesWithoutLosingACase() {
		Actor office = this.troupe.office();
		for (int number = 0; number < 31; number++) {
			this.troupe.aCaseOf(this.troupe.aPark("640000"));
		}
		Filter filter = filter("", "", "", "640000");

		ListPage<EcoCase, String> first = page(office, filter, Cursor.start());
		ListPage<EcoCase, String> second = page(office, filter, Cursor.after(first.next()));
		ListPage<EcoCase, String> back = page(office, filter, Cursor.before(second.previous()));

		assertThat(first.rows()).hasSize(30);
		assertThat(first.previous()).isNull();
		assertThat(second.rows()).hasSize(1).doesNotContainAnyElementsOf(first.rows());
		assertThat(second.next()).isNull();
		assertThat(back.rows()).isEqualTo(first.rows());
	}

	private void sees(Actor reader) throws Exception {
		page(this.handedIn, reader, status().isOk());
		assertThat(listed(reader, this.park)).as(reader.unitId()).isOne();
		assertThat(this.access.mayRead(reader, this.cases.get(this.handedIn.id()))).isTrue();
		this.mvc.perform(get("/cases").param("q", this.park.name()).with(as(reader)))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("/cases/" + this.handedIn.id())));
	}

	private void doesNotSee(Actor reader) throws Exception {
		this.mvc.perform(get("/cases/" + this.handedIn.id()).with(as(reader)).accept(MediaType.TEXT_HTML))
			.andExpect(status().isForbidden())
			.andExpect(content().string(containsString(FOREIGN)));
		assertThat(listed(reader, this.park)).as(reader.unitId()).isZero();
	}

	private void page(EcoCase ecoCase, Actor reader, ResultMatcher expected) throws Exception {
		this.mvc.perform(get("/cases/" + ecoCase.id()).with(as(reader)).accept(MediaType.TEXT_HTML))
			.andExpect(expected);
	}

	private ListPage<EcoCase, String> page(Actor reader, Filter filter, Cursor<String> cursor) {
		return this.list.page(reader, filter, CaseOrder.USUAL, cursor, 30);
	}

	private static Filter filter(String query, String kind, String state, String province) {
		return new Filter(new SearchWords(query), kind, state, province);
	}

	private long listed(Actor reader, Park wanted) {
		return this.list.count(reader, Filter.of(new SearchWords(wanted.name()))).number();
	}

}
