package cn.ecopark.demo;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.FirstAdministrator;
import cn.ecopark.organisation.InventedPeople;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.NewPerson;
import cn.ecopark.park.ParkSearch;
import cn.ecopark.park.Parks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@SpringBootTest
@AutoConfigureMockMvc
@TestPropertySource(properties = { "test.database=production", "ecopark.case-time.movable=false",
		"camunda.bpm.job-execution.enabled=false" })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProductionTest {

	@Autowired
	MockMvc browser;

	@Autowired
	Parks parks;

	@Autowired
	FirstAdministrator firstAdministrator;

	@Autowired
	InventedPeople invented;

	@Autowired
	CaseTime time;

	@Test
	@Order(1)
	void beginsWithNobodyAndNothing() {
		assertThat(this.firstAdministrator.isWanted()).isTrue();
		assertThat(this.parks.search(ParkSearch.all(1)).rows()).isEmpty();
		assertThat(this.time.isMoved()).isFalse();
	}

	@Test
	@Order(1)
	void hasNoPageForSigningInAsSomebody() throws Exception {
		this.browser.perform(get("/demo/people")).andExpect(status().isNotFound());
		this.browser.perform(post("/demo/people").with(csrf()).param("person", "1")).andExpect(status().isNotFound());
	}

	@Test
	@Order(2)
	void refusesTheDatabaseOfADemonstration() {
		this.invented.add(List.of(new NewPerson("office.one", "李四", "OFFICE", Set.of(MemberRole.STAFF))),
				"demo-only-2018");

		assertThatThrownBy(() -> new NoInventedPeople(this.invented)).isInstanceOf(IllegalStateException.class);
	}

}
