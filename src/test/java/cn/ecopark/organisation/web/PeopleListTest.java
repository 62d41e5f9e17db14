package cn.ecopark.organisation.web;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import cn.ecopark.CountedStatements;
import cn.ecopark.ModuleTest;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ActorAuthentication;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.spreadsheet.ReadSheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The security administrator finds, sorts and takes out people. */
@ModuleTest
class PeopleListTest {

	private static final Actor ADMINISTRATOR = new Actor(7, "管理员", "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null,
			Set.of(MemberRole.SECURITY_ADMIN));

	@Autowired
	MockMvc mvc;

	@Autowired
	JdbcClient jdbc;

	@Test
	void findsSortsAndTakesOut() throws Exception {
		List.of("赵一（寻）", "安二（寻）", "-李三（寻）").forEach((name) -> person(name, "seek" + name.codePointAt(0)));

		List<String> byPinyin = List.of("-李三（寻）", "安二（寻）", "赵一（寻）");
		assertThat(names("/admin/people?q=(寻)")).isEqualTo(byPinyin);
		assertThat(names("/admin/people?q=[ 寻 ]&sort=-name")).containsExactly("赵一（寻）", "安二（寻）", "-李三（寻）");
		assertThat(names("/admin/people?q=ＳＥＥＫ&sort=entered")).containsExactly("赵一（寻）", "安二（寻）", "-李三（寻）");
		assertThat(ReadSheet.column(sheet("(寻)"), "姓名")).isEqualTo(byPinyin);
	}

	@Test
	void asksTheDatabaseNothingForEachPerson() throws Exception {
		person("众零", "many0");
		sheet("众");
		int one = CountedStatements.of(() -> sheet("众")).size();
		for (int number = 1; number < 20; number++) {
			person("众" + number, "many" + number);
		}

		assertThat(CountedStatements.of(() -> sheet("众")).size()).as("nineteen rows more").isLessThan(one + 19);
	}

	@Test
	void handsPeopleOutToNobodyElse() throws Exception {
		for (MemberRole role : List.of(MemberRole.SYSTEM_ADMIN, MemberRole.AUDITOR, MemberRole.STAFF)) {
			Actor other = new Actor(8, "别人", "OFFICE", ShippedKinds.OFFICE, null, Set.of(role));
			this.mvc
				.perform(post("/admin/people/export").with(authentication(new ActorAuthentication(other))).with(csrf()))
				.andExpect(status().isForbidden());
		}
	}

	private List<String> names(String address) throws Exception {
		Document page = Jsoup.parse(this.mvc
			.perform(get(URI.create(address.replace(" ", "%20").replace("[", "%5B").replace("]", "%5D")))
				.with(authentication(new ActorAuthentication(ADMINISTRATOR))))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		return page.select("tbody th[scope=row] a").eachText();
	}

	private byte[] sheet(String query) throws Exception {
		return this.mvc
			.perform(post("/admin/people/export").param("q", query)
				.with(authentication(new ActorAuthentication(ADMINISTRATOR)))
				.with(csrf()))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();
	}

	private void person(String name, String username) {
		this.jdbc.sql("INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:username, :name, now())")
			.param("username", username)
			.param("name", name)
			.update();
	}

}
