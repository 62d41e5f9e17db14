package cn.ecopark.organisation;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.ModuleTest;
import cn.ecopark.shared.Cursor;
import cn.ecopark.shared.ListPage;
import cn.ecopark.shared.PageWalk;
import cn.ecopark.shared.SearchWords;

import static org.assertj.core.api.Assertions.assertThat;

/** Turns the pages of five people, one of whom has three roles. */
@ModuleTest
class PeoplePagesTest {

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@BeforeEach
	void fivePeopleAreKnown() {
		if (page("leaf", Cursor.start(), 1).rows().isEmpty()) {
			IntStream.rangeClosed(1, 5).forEach(number -> person("leaf" + number));
			this.jdbc
				.sql("""
						INSERT INTO membership (person_id, unit_id, role)
						SELECT p.id, 'OFFICE', r.role
						  FROM person p, (VALUES ('STAFF'), ('SUPERVISOR'), ('AUDITOR')) AS r (role) WHERE p.sign_in_name = 'leaf2'
						""")
				.update();
		}
	}

	@Test
	void showsEachPersonOnceAndWithAllRoles() {
		assertThat(PageWalk.onwards(this::names))
			.isEqualTo(List.of(List.of("leaf1", "leaf2"), List.of("leaf3", "leaf4"), List.of("leaf5")));
		assertThat(page("leaf2", Cursor.start(), 1).rows()).singleElement()
			.satisfies(person -> assertThat(person.memberships()).hasSize(3));
	}

	@Test
	void findsTheSameWayBack() {
		assertThat(PageWalk.back(this::names)).isEqualTo(PageWalk.onwards(this::names));
	}

	private ListPage<Person, Long> page(String text, Cursor<Long> cursor, int size) {
		return this.people.page(new SearchWords(text), PeopleOrder.USUAL, cursor, size);
	}

	private ListPage<String, Long> names(Cursor<Long> cursor) {
		return page("leaf", cursor, 2).map(Person::signInName);
	}

	private void person(String name) {
		this.jdbc.sql("INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:name, :name, now())")
			.param("name", name)
			.update();
	}

}
