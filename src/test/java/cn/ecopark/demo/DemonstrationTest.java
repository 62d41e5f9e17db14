package cn.ecopark.demo;

import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.Cookie;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Expert;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.Membership;
import cn.ecopark.organisation.People;
import cn.ecopark.organisation.PeopleOrder;
import cn.ecopark.organisation.Person;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.SignIn;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.Units;
import cn.ecopark.park.KnownDate;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkScope;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.SearchWords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "ecopark.demonstration=true", "camunda.bpm.job-execution.enabled=false" })
class DemonstrationTest {

	@Autowired
	DemonstrationWorld world;

	@Autowired
	Parks parks;

	@Autowired
	People people;

	@Autowired
	Units units;

	@Autowired
	CaseTime time;

	@Autowired
	SignIn signIn;

	@Autowired
	MockMvc browser;

	@Test
	void beginsOnTheFirstWorkingDayOf2018() {
		assertThat(this.time.today()).isEqualTo(LocalDate.of(2018, 1, 2));
	}

	@Test
	void knowsEachParkAsItWasThen() {
		assertThat(all()).hasSize(41);
		assertThat(park("泰州医药高新技术产业开发区").lifeStatus()).isEqualTo(LifeStatus.PROSPECT);
		for (String laterNamed : List.of("上海市工业综合开发区", "上海青浦工业园区", "国家东中西区域合作示范区（连云港徐圩新区）", "成都经济技术开发区")) {
			assertThat(park(laterNamed)).extracting(Park::lifeStatus, Park::namedOn)
				.containsExactly(LifeStatus.UNDER_CONSTRUCTION, null);
		}
		assertThat(park("国家东中西区域合作示范区（连云港徐圩新区）").standard()).isEqualTo("HJ/T 273-2006");
		assertThat(park("无锡新区")).extracting(Park::lifeStatus, Park::namedOn)
			.containsExactly(LifeStatus.NAMED, new KnownDate("2010"));
	}

	@Test
	void entersTheDocumentPastByCommandsAndNothingOfTheFuture() {
		for (Park park : all()) {
			List<ParkEvent> history = this.parks.history(park.id());
			assertThat(history).hasSize(switch (park.lifeStatus()) {
				case PROSPECT -> 0;
				case UNDER_CONSTRUCTION -> 1;
				default -> 2;
			});
			assertThat(history).allMatch(ParkEvent::paperPast).allSatisfy((event) -> {
				assertThat(event.source()).isNotBlank();
				assertThat(event.decidedOn()).satisfiesAnyOf((date) -> assertThat(date).isNull(),
						(date) -> assertThat(date.earliest()).isBefore(LocalDate.of(2018, 1, 2)));
			});
		}
	}

	@Test
	void peoplesEachPartyWithTheInvented() {
		for (UnitKind kind : List.of(ShippedKinds.OFFICE, ShippedKinds.PARK, ShippedKinds.TECHNICAL_UNIT)) {
			assertThat(this.units.allOf(kind)).allSatisfy((unit) -> {
				assertThat(supervisorsOf(unit.id())).hasSize(1);
				assertThat(this.people.membersOf(unit.id())).hasSizeGreaterThan(1).allMatch(Person::invented);
			});
		}
		assertThat(all().stream().map(Park::provinceCode).distinct()).allSatisfy((province) -> {
			assertThat(supervisorsOf(province + "-ECOLOGY")).hasSize(1);
			assertThat(this.people.membersOf(province + "-COMMERCE")).hasSize(1);
			assertThat(this.people.membersOf(province + "-SCIENCE")).hasSize(1);
			assertThat(this.people.membersOf(province + "-INDUSTRY")).hasSize(1);
		});
		assertThat(List.of("MEE", "MOFCOM", "MOST", "MIIT"))
			.allSatisfy((id) -> assertThat(supervisorsOf(id)).hasSize(1));
		assertThat(this.people.experts()).hasSize(15);
		assertThat(this.people.experts().stream().map(Expert::field).distinct()).hasSize(5);
	}

	private List<Person> supervisorsOf(String unitId) {
		Membership supervisor = new Membership(unitId, MemberRole.SUPERVISOR);
		return this.people.membersOf(unitId)
			.stream()
			.filter(person -> person.memberships().contains(supervisor))
			.toList();
	}

	@Test
	void loadsOnce() {
		List<Park> before = all();
		int people = this.people.page(SearchWords.NONE, PeopleOrder.USUAL, Cursor.start(), 1000).rows().size();

		this.world.run(new DefaultApplicationArguments());

		assertThat(all()).isEqualTo(before);
		assertThat(this.people.page(SearchWords.NONE, PeopleOrder.USUAL, Cursor.start(), 1000).rows()).hasSize(people);
	}

	@Test
	void letsTheInventedSignInWithThePasswordOfTheDemonstration() {
		assertThat(this.signIn.byPassword("office.supervisor", "demo-only-2018", "10.3.0.1", "").roles())
			.containsExactly(MemberRole.SUPERVISOR);
	}

	@Test
	void signsInAsAnybodyByOneClick() throws Exception {
		MvcResult page = this.browser.perform(get("/demo/people")).andExpect(status().isOk()).andReturn();
		String html = page.getResponse().getContentAsString();
		assertThat(Jsoup.parse(html).select("button[name=person]"))
			.hasSize(this.people.page(SearchWords.NONE, PeopleOrder.USUAL, Cursor.start(), 1000).rows().size());
		Cookie before = page.getResponse().getCookie("FORM");
		assertThat(page.getResponse().getCookie("SESSION")).isNull();
		String token = Jsoup.parse(html).select("input[name=_csrf]").val();
		long office = this.people.bySignInName("security.admin").map(Person::id).orElseThrow();

		Cookie session = this.browser
			.perform(post("/demo/people").cookie(before).param("_csrf", token).param("person", Long.toString(office)))
			.andExpect(redirectedUrl("/admin/people"))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");

		this.browser.perform(get("/admin/people").cookie(session)).andExpect(status().isOk());
	}

	@Test
	void signsInAsNobodyFromAnotherSite() throws Exception {
		Cookie session = this.browser.perform(get("/demo/people")).andReturn().getResponse().getCookie("FORM");

		this.browser.perform(post("/demo/people").cookie(session).param("person", "1").param("_csrf", "made-up"))
			.andExpect(status().isForbidden());
	}

	private Park park(String name) {
		return this.parks.search(new ParkSearch(name, null, null, null, ParkScope.ALL, Cursor.start(), 1))
			.rows()
			.get(0);
	}

	private List<Park> all() {
		return this.parks.search(ParkSearch.all(200)).rows();
	}

}
